package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.Hundredths.assertPercent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.investmentpipeline.figures.Replay.Known;
import org.investmentpipeline.figures.Replay.Sum;
import org.jspecify.annotations.Nullable;

/** The entries of one stage in a period, each with its whole life: what conversions and lead times are worked out of by hand. */
final class Cohort {
    private static final Map<String, Predicate<Known>> GROUPS = Map.of(
            "signed", standing -> true,
            "started", standing -> Set.of("GROUNDBREAKING", "COMPLETED").contains(standing.value("stage")),
            "completed", standing -> standing.value("stage").equals("COMPLETED"),
            "withdrawn", standing -> standing.value("status").equals("WITHDRAWN"));

    private final Asking asking;
    private final List<Member> members = new ArrayList<>();

    /** An entry and the life it is of. */
    private record Member(Known entry, List<Known> life) {}

    Cohort(Asking asking, String stage, Replay replay, Ground ground) {
        this.asking = asking;
        for (var life : replay.lives(asking.knownAt())) {
            life.stream()
                    .filter(Known::entry)
                    .filter(entry -> entry.value("stage").equals(stage))
                    .filter(entry -> !entry.from().isBefore(asking.period().first()))
                    .filter(entry -> !entry.from().isAfter(asking.end()))
                    .filter(entry -> asking.countsInAnyStage(entry, ground))
                    .forEach(entry -> members.add(new Member(entry, life)));
        }
    }

    void assertConversion(JsonNode conversion) {
        var rows = Entries.rows(conversion.get("rows"), asking.by());
        assertHasAllRows(rows);
        rows.forEach((values, row) -> assertGroups(row, values));
        assertGroups(conversion.get("total"), null);
    }

    private void assertGroups(JsonNode groups, @Nullable List<String> row) {
        var whole = Sum.of(groups.get("signed"));
        GROUPS.forEach((name, belongs) -> {
            var group = members(row).stream()
                    .filter(member -> belongs.test(standing(member.life)))
                    .map(member -> new Sum(1, member.entry.cny()))
                    .reduce(Sum.NONE, Sum::plus);
            assertEquals(group, Sum.of(groups.get(name)), name + " of " + groups);
            if (!name.equals("signed")) {
                assertPercent(groups.at("/" + name + "/rate"), Hundredths.share(group, whole));
            }
        });
    }

    /** Where a life stands on the day of the answer. */
    private Known standing(List<Known> life) {
        return life.stream()
                .filter(position ->
                        !position.from().isAfter(asking.asOf()) && asking.asOf().isBefore(position.to()))
                .findFirst()
                .orElseThrow();
    }

    void assertLeadTimes(JsonNode leadTimes) {
        var rows = Entries.rows(leadTimes.get("rows"), asking.by());
        assertHasAllRows(rows);
        rows.forEach((values, row) -> assertDays(row, values));
        assertDays(leadTimes.get("total"), null);
    }

    private void assertDays(JsonNode answered, @Nullable List<String> row) {
        var days = members(row).stream()
                .flatMap(member -> member.life.stream()
                        .filter(position ->
                                position.entry() && position.value("stage").equals(asking.since()))
                        .map(position -> ChronoUnit.DAYS.between(position.from(), member.entry.from())))
                .sorted()
                .toList();
        var count = days.size();
        assertEquals(count, answered.get("count").asInt(), answered::toString);
        assertEquals(members(row).size() - count, answered.get("excluded").asInt(), answered::toString);
        if (count == 0) {
            assertTrue(
                    answered.get("median").isNull()
                            && answered.get("percentile90").isNull(),
                    answered::toString);
            return;
        }
        var median = (days.get((count - 1) / 2) + days.get(count / 2)) / 2.0;
        var ninetieth = days.get((int) Math.ceil(count * 9 / 10.0) - 1);
        assertEquals(median, answered.get("median").asDouble(), answered::toString);
        assertEquals(ninetieth, answered.get("percentile90").asLong(), answered::toString);
    }

    /** Those of a row, or all without its values. */
    private List<Member> members(@Nullable List<String> row) {
        return members.stream()
                .filter(member -> row == null || row.equals(values(member.entry)))
                .toList();
    }

    private void assertHasAllRows(Map<List<String>, JsonNode> rows) {
        if (!asking.by().isEmpty()) {
            members.forEach(member -> assertTrue(rows.containsKey(values(member.entry)), rows::toString));
        }
    }

    private List<String> values(Known entry) {
        return asking.by().stream().map(entry::value).toList();
    }
}
