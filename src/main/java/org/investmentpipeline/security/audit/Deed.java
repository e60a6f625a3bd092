package org.investmentpipeline.security.audit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a subject.
 *
 * @param action in capitals, such as {@code MOVED}
 * @param effectiveOn the day from which it holds in the world, where it has one
 * @param note the reason or remark that was given; never a secret
 * @param changes from what to what
 */
public record Deed(
        Subject subject,
        String action,
        @Nullable LocalDate effectiveOn,
        @Nullable String note,
        List<FieldChange> changes) {

    public static Deed of(Subject subject, String action, FieldChange... changes) {
        return new Deed(subject, action, null, null, List.of(changes));
    }

    public static Deed of(Subject subject, String action, @Nullable String note) {
        return new Deed(subject, action, null, note, List.of());
    }
}
