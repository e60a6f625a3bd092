package org.investmentpipeline.project.timeline;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import org.investmentpipeline.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Ledger fields whose values a draft, a patch and a row of a spreadsheet state as the ledger keeps them: no look-up, no
 * conversion, and null is allowed.
 */
public interface PlainFields {
    /** The plain fields, and how each is read. */
    Map<Field, Function<PlainFields, @Nullable Object>> PLAIN = Map.of(
            Field.ORIGIN, PlainFields::origin,
            Field.AGREEMENT, PlainFields::agreement,
            Field.LAND_AREA, stated -> plain(stated.landArea()),
            Field.JOBS, PlainFields::jobs);

    @Nullable
    Origin origin();

    @Nullable
    Agreement agreement();

    /** In mu (亩, 1/15 ha). */
    @Nullable
    BigDecimal landArea();

    @Nullable
    Integer jobs();

    /** The stated value of a plain field; null when it is absent. */
    default @Nullable Object plain(Field field) {
        var read = PLAIN.get(field);
        if (read == null) {
            throw new IllegalArgumentException(field.json());
        }
        return read.apply(this);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : Money.plain(number);
    }
}
