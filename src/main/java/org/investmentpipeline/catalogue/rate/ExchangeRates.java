package org.investmentpipeline.catalogue.rate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.rest.Cursor;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.rest.VersionTag;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTarget;
import org.investmentpipeline.security.audit.AuditTargetKind;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/** Maintains the exchange rates and records each change in the audit trail. Amounts that were converted keep their rate. */
@ApplicationScoped
public class ExchangeRates {
    @Produces
    @Singleton
    static final AuditTargetKind EXCHANGE_RATE = new AuditTargetKind("EXCHANGE_RATE");

    private static final LocalizedText NOUN = new LocalizedText("exchange rate", "汇率");

    private final ExchangeRate.Repository rates;
    private final AuditTrail trail;

    public ExchangeRates(ExchangeRate.Repository rates, AuditTrail trail) {
        this.rates = rates;
        this.trail = trail;
    }

    /** One page of rates, by currency and day. */
    public Cursor.Slice<ExchangeRate> page(Paging paging) {
        var after = paging.cursor == null ? Cursor.of("", "1900-01-01") : Cursor.parse(paging.cursor, 2);
        var found = rates.after(after.values().get(0), day(after.values().get(1)), paging.size() + 1);
        return Cursor.slice(found, paging.size(), rate -> Cursor.of(rate.currency, rate.on.toString()));
    }

    /** The rate of an id; an unknown id is a problem (404). */
    public ExchangeRate get(Long id) {
        return rates.findByIdOptional(id).orElseThrow(() -> Problem.notFound(NOUN, id));
    }

    /** Adds a rate; a currency has at most one that begins on a day. */
    public ExchangeRate add(ExchangeRate.Draft draft) {
        if (!Money.isCurrency(draft.currency()) || draft.currency().equals(Money.CNY)) {
            throw Problem.refused(
                    "currency",
                    "was %s; expected an ISO 4217 code other than CNY",
                    "给出的是 %s；应为 CNY 以外的 ISO 4217 代码",
                    draft.currency());
        }
        if (rates.count("currency = ?1 and on = ?2", draft.currency(), draft.on()) > 0) {
            throw Problem.of(
                    ProblemType.DUPLICATE,
                    "There is a rate of %s on %s already; put it right with PUT.",
                    "%s 在 %s 的汇率已存在，请用 PUT 更正。",
                    draft.currency(),
                    draft.on());
        }
        var rate = new ExchangeRate();
        rate.currency = draft.currency();
        rate.on = draft.on();
        rate.rate = draft.rate();
        rates.persistAndFlush(rate);
        record(rate, "CREATED", null, rate.rate);
        return rate;
    }

    /** Corrects a rate; currency and day stay. */
    public ExchangeRate replace(Long id, @Nullable String ifMatch, ExchangeRate.Change change) {
        var rate = get(id);
        VersionTag.require(ifMatch, rate.version);
        var before = rate.rate;
        rate.rate = change.rate();
        rates.flush();
        record(rate, "CHANGED", before, rate.rate);
        return rate;
    }

    public void remove(Long id, @Nullable String ifMatch) {
        var rate = get(id);
        VersionTag.require(ifMatch, rate.version);
        rates.delete(rate);
        rates.flush();
        record(rate, "DELETED", rate.rate, null);
    }

    private void record(ExchangeRate rate, String action, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (before == null || after == null || before.compareTo(after) != 0) {
            trail.record(AuditEvent.of(
                    new AuditTarget(EXCHANGE_RATE, rate.currency + " " + rate.on),
                    action,
                    new FieldChange("rate", text(before), text(after))));
        }
    }

    private static @Nullable String text(@Nullable BigDecimal rate) {
        return rate == null ? null : rate.stripTrailingZeros().toPlainString();
    }

    private static LocalDate day(String text) {
        try {
            return Text.day(text);
        } catch (DateTimeException unreadable) {
            throw Cursor.refused();
        }
    }
}
