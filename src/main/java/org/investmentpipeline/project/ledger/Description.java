package org.investmentpipeline.project.ledger;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.investmentpipeline.security.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a project beside its code and name, without a history on the ledger.
 *
 * @param nameEn the name in English, which English answers and reports print
 * @param summary the content of construction, in several lines
 */
public record Description(@Nullable String nameEn, @Nullable String summary) {
    public static final Description NONE = new Description(null, null);

    /** The differences to an earlier description, by the names of the properties. */
    public List<FieldChange> changesFrom(Description before) {
        return Stream.of(
                        new FieldChange("nameEn", before.nameEn, nameEn),
                        new FieldChange("summary", before.summary, summary))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }
}
