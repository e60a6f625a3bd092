package org.investmentpipeline.project.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.catalogue.CatalogueEntry;
import org.investmentpipeline.catalogue.Department;
import org.investmentpipeline.catalogue.Sector;
import org.investmentpipeline.catalogue.Zone;
import org.investmentpipeline.catalogue.rate.ExchangeRate;
import org.investmentpipeline.input.name.NameKey;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.investor.Investor;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Investment;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the values of a draft to values of the ledger: codes are checked, investors found or registered, money converted.
 * It lives for one request and remembers what it looked up, so that a batch reads each of them once.
 */
public final class DraftResolver {
    private static final Map<Field, Class<? extends CatalogueEntry>> CATALOGUES =
            Map.of(Field.SECTOR, Sector.class, Field.ZONE, Zone.class, Field.DEPARTMENT, Department.class);

    private final Catalogue catalogue;
    private final ExchangeRate.Repository rates;
    private final Investor.Repository investors;
    private final LongPredicate seen;
    private final Function<String, Long> newInvestors;
    private final Map<Class<?>, Map<String, Boolean>> active = new HashMap<>();
    private final Map<String, Optional<Long>> investorIds = new HashMap<>();
    private final Map<String, Long> registeredInvestors = new HashMap<>();
    private final Map<String, Optional<BigDecimal>> ratesInForce = new HashMap<>();

    /**
     * A resolver for a caller who sees certain investors.
     *
     * @param newInvestors registers an investor by its name
     */
    DraftResolver(
            Catalogue catalogue,
            ExchangeRate.Repository rates,
            Investor.Repository investors,
            LongPredicate seen,
            Function<String, Long> newInvestors) {
        this.catalogue = catalogue;
        this.rates = rates;
        this.investors = investors;
        this.seen = seen;
        this.newInvestors = newInvestors;
    }

    /** Looks up many investors at once; those that do not exist are remembered as such. */
    public void prepare(Set<String> investorNames) {
        var asked = investorNames.stream()
                .filter(name -> !investorIds.containsKey(name))
                .collect(Collectors.toSet());
        var found = investors.named(asked);
        asked.forEach(name -> investorIds.put(name, Optional.ofNullable(found.get(name))));
    }

    void code(Field field, @Nullable String code, Map<Field, @Nullable Object> values, List<Violation> found) {
        if (code != null && !Boolean.TRUE.equals(entries(field).get(code))) {
            var known = entries(field).containsKey(code);
            found.add(Violation.of(
                    field.json(),
                    known ? "'%s' is no longer active" : "there is no such code: '%s'",
                    known ? "“%s”已停用" : "没有该代码：“%s”",
                    code));
        }
        values.put(field, code);
    }

    private Map<String, Boolean> entries(Field field) {
        var kind = Objects.requireNonNull(CATALOGUES.get(field), field.json());
        return active.computeIfAbsent(
                kind,
                any -> catalogue.all(kind).stream()
                        .collect(Collectors.toMap(entry -> entry.code, entry -> entry.active)));
    }

    public void investor(
            ProjectDraft.@Nullable InvestorDraft draft, Map<Field, @Nullable Object> values, List<Violation> found) {
        if (draft == null) {
            values.put(Field.INVESTOR, null);
            return;
        }
        var id = draft.id();
        var name = draft.name();
        if (id != null && name == null) {
            if (investors.findById(id) == null || !seen.test(id)) {
                found.add(Violation.of("investor.id", "there is no investor %d", "没有投资方 %d", id));
            }
            values.put(Field.INVESTOR, id);
        } else if (name != null && id == null && !Text.isBlank(name)) {
            values.put(Field.INVESTOR, investorNamed(Text.strip(name)));
        } else {
            found.add(Violation.of("investor", "give either id or name", "请给出 id 或 name 之一"));
        }
    }

    /** The id of the investor of a name, found or registered; names are compared by their {@link NameKey}. */
    public Long investorNamed(String name) {
        prepare(Set.of(name));
        var known = investorIds
                .getOrDefault(name, Optional.empty())
                .orElseGet(
                        () -> registeredInvestors.computeIfAbsent(NameKey.of(name), any -> newInvestors.apply(name)));
        investorIds.put(name, Optional.of(known));
        return known;
    }

    /**
     * The investment that a statement makes from a day on. CNY is computed only for a changed amount or currency; stating the
     * same again revalues nothing, and a stated rate corrects the one before.
     */
    public @Nullable Investment investment(
            BigDecimal amount,
            @Nullable String stated,
            @Nullable BigDecimal rate,
            LocalDate day,
            @Nullable Investment before,
            List<Violation> found) {
        var currency = stated == null ? Money.CNY : stated;
        if (before != null && before.states(amount, currency, rate)) {
            return before;
        }
        if (!Money.isCurrency(currency)) {
            found.add(Violation.of("investment.currency", "'%s' is no ISO 4217 code", "“%s”不是 ISO 4217 代码", currency));
            return null;
        }
        if (currency.equals(Money.CNY) && rate != null && rate.compareTo(BigDecimal.ONE) != 0) {
            found.add(Violation.of("investment.rate", "is 1 for CNY", "CNY 的汇率为 1"));
            return null;
        }
        var inForce = currency.equals(Money.CNY) ? Optional.of(BigDecimal.ONE) : rate(currency, day, rate);
        if (inForce.isEmpty()) {
            throw noRate(currency, day);
        }
        var investment = Investment.of(amount, currency, inForce.get());
        if (!Money.isKept(investment.cny())) {
            found.add(Violation.of(
                    "investment",
                    "is 10^%d CNY or more at the rate of %s",
                    "按汇率折合人民币达到 10 的 %d 次方或以上（汇率 %s）",
                    Money.CNY_DIGITS,
                    investment.rate().toPlainString()));
            return null;
        }
        return investment;
    }

    private Optional<BigDecimal> rate(String currency, LocalDate day, @Nullable BigDecimal stated) {
        return stated != null
                ? Optional.of(stated)
                : ratesInForce.computeIfAbsent(currency + day, any -> rates.inForce(currency, day));
    }

    private static Problem noRate(String currency, LocalDate day) {
        return Problem.of(
                ProblemType.EXCHANGE_RATE_MISSING,
                List.of(Violation.of(
                        "investment",
                        "there is no exchange rate of %s in force on %s; give one at /exchange-rates, or state `rate`",
                        "没有 %s 在 %s 有效的汇率；请在 /exchange-rates 登记，或直接给出 rate",
                        currency,
                        day)));
    }
}
