package org.investmentpipeline.period;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The period with which a period is compared. */
public enum Comparison {
    /** 同比: the namesake of the year before; for part of a period and for two dates the same days, 29 February being the 28th. */
    PREVIOUS_YEAR,
    /** 环比: the period before it; for part of a period as many days of that one, for two dates as many days just before. */
    PREVIOUS_PERIOD;

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /**
     * The days with which the days of a period are compared, from a first one to a last one.
     *
     * @return null when there is no such period: no week 53 a year before, or one outside the supported years
     */
    public @Nullable Period of(Period period, LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return null;
        }
        var whole = first.equals(period.first()) && last.equals(period.last());
        var found = switch (this) {
            case PREVIOUS_YEAR ->
                whole && period.interval() != null
                        ? namesake(period)
                        : Period.between(first.minusYears(1), last.minusYears(1));
            case PREVIOUS_PERIOD -> before(period, first, last);
        };
        return found == null || found.first().isBefore(EARLIEST) ? null : found;
    }

    private static @Nullable Period namesake(Period period) {
        var year = Integer.parseInt(period.name().substring(0, 4));
        try {
            return Period.parse("%04d%s".formatted(year - 1, period.name().substring(4)));
        } catch (DateTimeException noSuchWeek) {
            return null;
        }
    }

    private static Period before(Period period, LocalDate first, LocalDate last) {
        var days = ChronoUnit.DAYS.between(first, last) + 1;
        if (period.interval() == null || !first.equals(period.first())) {
            return Period.between(first.minusDays(days), first.minusDays(1));
        }
        var preceding = period.interval().holding(first.minusDays(1));
        return last.equals(period.last())
                ? preceding
                : Period.between(
                        preceding.first(), preceding.cut(preceding.first().plusDays(days - 1)));
    }

    /** The name in addresses. */
    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
