package org.investmentpipeline.catalogue.rate;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An exchange rate: CNY per unit of a foreign currency, in force from its day until the day of the next rate. */
@Entity
@Table(name = "exchange_rate")
public class ExchangeRate {
    @Id
    @GeneratedValue(generator = "exchange_rate_seq")
    @SequenceGenerator(name = "exchange_rate_seq", sequenceName = "exchange_rate_seq", allocationSize = 50)
    public @Nullable Long id;

    @Column(name = "currency")
    public String currency = "";

    @Column(name = "on_day")
    public LocalDate on = LocalDate.EPOCH;

    @Column(name = "rate")
    public BigDecimal rate = BigDecimal.ONE;

    @Version
    @Column(name = "version")
    public int version;

    /** The rates in the database. */
    @ApplicationScoped
    public static class Repository implements PanacheRepository<ExchangeRate> {

        /** The rate in force on a day, among those known now. */
        public Optional<BigDecimal> inForce(String currency, LocalDate day) {
            return find("currency = ?1 and on <= ?2 order by on desc", currency, day)
                    .firstResultOptional()
                    .map(found -> found.rate);
        }

        List<ExchangeRate> after(String currency, LocalDate day, int limit) {
            return find("currency > ?1 or (currency = ?1 and on > ?2) order by currency, on", currency, day)
                    .page(0, limit)
                    .list();
        }
    }

    /** A new rate. */
    @Schema(name = "ExchangeRateDraft", description = "CNY per unit, in force from a day until the next one given.")
    public record Draft(
            @NotNull @Schema(required = true, description = "ISO 4217, not CNY.", examples = "USD")
            String currency,

            @NotNull @Schema(required = true, examples = "2023-06-30")
            LocalDate on,

            @NotNull
            @DecimalMin(value = "0", inclusive = false)
            @Digits(integer = 10, fraction = 8)
            @Schema(required = true, examples = "7.2258", description = "CNY per unit, up to 8 decimals.")
            BigDecimal rate) {}

    /** The replaceable value of a rate. */
    @Schema(name = "ExchangeRateChange", description = "The rate put right; amounts that were converted keep theirs.")
    public record Change(
            @NotNull
            @DecimalMin(value = "0", inclusive = false)
            @Digits(integer = 10, fraction = 8)
            @Schema(required = true, examples = "7.2258")
            BigDecimal rate) {}

    /** A rate in responses. */
    @Schema(name = "ExchangeRate", description = "CNY per unit, in force from a day until the next one given.")
    public record View(
            @Schema(required = true) long id,
            @Schema(required = true, examples = "USD") String currency,

            @Schema(required = true, examples = "2023-06-30")
            LocalDate on,

            @Schema(required = true, examples = "7.2258") BigDecimal rate) {

        static View of(ExchangeRate rate) {
            return new View(Objects.requireNonNull(rate.id), rate.currency, rate.on, rate.rate);
        }
    }

    /** One page of rates, by currency and day. */
    @Schema(name = "ExchangeRatePage", description = "One page of exchange rates, by currency and day.")
    public record Page(
            @Schema(required = true) List<View> items,

            @Schema(required = true, nullable = true, description = "The cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
