package org.investmentpipeline.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.rest.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A cursor that pins all pages of a list to one question, one day and one moment of knowledge.
 *
 * @param question a hash of everything else that decides the list
 * @param place the place of the last row of the page before, as the list's {@link Sort} has it
 */
public record PinnedCursor(String question, LocalDate asOf, Instant knownAt, List<String> place) {
    private static final int FIXED = 3;

    /** The cursor of the page after a place. */
    public static Cursor after(String question, LocalDate asOf, Instant knownAt, List<String> place) {
        var values = new ArrayList<String>();
        values.add(hash(question));
        values.add(asOf.toString());
        values.add(knownAt.toString());
        values.addAll(place);
        return new Cursor(values);
    }

    /**
     * Reads a cursor. A request need not repeat its day and moment, but must not contradict them.
     *
     * @param size the number of values of a place
     */
    public static PinnedCursor parse(
            String cursor, String question, int size, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
        var values = Cursor.parse(cursor, FIXED + size).values();
        if (!values.get(0).equals(hash(question))) {
            throw ofAnotherList();
        }
        try {
            var pinned = new PinnedCursor(
                    values.get(0),
                    Text.day(values.get(1)),
                    Instant.parse(values.get(2)),
                    values.subList(FIXED, values.size()));
            pinned.refuseAnotherTime(asOf, knownAt);
            return pinned;
        } catch (DateTimeException unreadable) {
            throw Cursor.refused();
        }
    }

    private void refuseAnotherTime(@Nullable LocalDate otherDay, @Nullable Instant otherKnowledge) {
        var isOtherDay = otherDay != null && !otherDay.equals(asOf);
        var isOtherKnowledge = otherKnowledge != null
                && !otherKnowledge.truncatedTo(ChronoUnit.MILLIS).equals(knownAt);
        if (isOtherDay || isOtherKnowledge) {
            throw ofAnotherList();
        }
    }

    private static Problem ofAnotherList() {
        return Problem.invalid(
                "cursor",
                "belongs to a list with another filter, order, day or moment of knowledge",
                "属于筛选条件、排序、日期或知晓时刻不同的另一个列表");
    }

    private static String hash(String question) {
        return Integer.toHexString(question.hashCode());
    }
}
