package org.investmentpipeline.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The period with which another one is compared. */
@Schema(
        name = "Comparison",
        type = SchemaType.STRING,
        description = "The period to compare with: " + Comparison.FORMS + ".",
        examples = "previous-year")
public sealed interface Comparison {
    /** The forms of a comparison, for messages and the contract. */
    String FORMS = "previous-year, previous-period, or a period such as 2019-H1";

    Comparison PREVIOUS_YEAR = Previous.YEAR;
    Comparison PREVIOUS_PERIOD = Previous.PERIOD;

    /**
     * The days that correspond to those of a part of a period, from a first one to a last one.
     *
     * @param asked the whole period
     * @param part the interval that the days are of; the whole period when it has no intervals
     * @return null when there is no such period: no week 53 a year before, or one outside the supported years
     */
    @Nullable
    Period of(Period asked, Period part, LocalDate first, LocalDate last);

    /** As {@link #of(Period, Period, LocalDate, LocalDate)}, for days of a period without intervals. */
    default @Nullable Period of(Period period, LocalDate first, LocalDate last) {
        return of(period, period, first, last);
    }

    /** @throws DateTimeException when the text is none of the forms */
    static Comparison parse(String text) {
        return Arrays.stream(Previous.values())
                .filter(word -> word.toString().equals(text))
                .map(Comparison.class::cast)
                .findFirst()
                .orElseGet(() -> new With(Period.parse(text)));
    }

    /** A comparison with an earlier period, by its relation to the one that is asked for. */
    enum Previous implements Comparison {
        /** 同比: the namesake of the year before; for part of a period and for two dates the same days, 29 February being the 28th. */
        YEAR,
        /** 环比: the period before it; for part of a period as many days of that one, for two dates as many days just before. */
        PERIOD;

        private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

        @Override
        public @Nullable Period of(Period asked, Period part, LocalDate first, LocalDate last) {
            if (last.isBefore(first)) {
                return null;
            }
            var whole = first.equals(part.first()) && last.equals(part.last());
            var found = switch (this) {
                case YEAR ->
                    whole && part.interval() != null
                            ? namesake(part)
                            : Period.between(first.minusYears(1), last.minusYears(1));
                case PERIOD -> before(part, first, last);
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
        public String toString() {
            return "previous-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A comparison with a period of the caller's choice, however long. Days of a part correspond by their distance from the first day
     * of the whole, in calendar months and days: the first quarter of a half year is compared with that of the other. All of a period
     * is compared with all of the other.
     */
    record With(Period other) implements Comparison {
        @Override
        public @Nullable Period of(Period asked, Period part, LocalDate first, LocalDate last) {
            if (last.isBefore(first)) {
                return null;
            }
            var from = shifted(asked, first);
            var all = first.equals(asked.first()) && last.equals(asked.last());
            var to = all
                    ? other.last()
                    : other.cut(shifted(asked, last.plusDays(1)).minusDays(1));
            if (to.isBefore(from)) {
                return null;
            }
            return from.equals(other.first()) && to.equals(other.last()) ? other : Period.between(from, to);
        }

        private LocalDate shifted(Period asked, LocalDate day) {
            return other.first().plus(asked.first().until(day));
        }

        @Override
        public String toString() {
            return other.name();
        }
    }
}
