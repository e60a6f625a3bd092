package org.investmentpipeline.figures.columns;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.investmentpipeline.catalogue.tier.KnownTiers;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.source.FigureSource;
import org.investmentpipeline.figures.source.InDatabase;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.outage.BackgroundJob;
import org.investmentpipeline.period.Interval;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.query.Filter;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the columns and the database the same of the whole ledger: the stock of the day and of a random one, the flow and the movements
 * of random periods, each by random dimensions. It takes as long as the scans. After a difference the columns are loaded anew.
 */
@ApplicationScoped
public class SourceComparison {
    private static final Logger LOG = Logger.getLogger(SourceComparison.class);
    private static final Filter ALL = ProjectDimensions.ALL.noFilter();
    private static final int DAYS = 3650;
    private static final int TIMEOUT_IN_SECONDS = 3600;

    private final ColumnStore store;
    private final ColumnFigures columns;
    private final FigureSource database;
    private final LedgerClock ledgerClock;
    private final KnownTiers tiers;
    private final Clock clock;
    private final Random random = new Random();
    private volatile @Nullable Finding last;

    SourceComparison(
            ColumnStore store,
            ColumnFigures columns,
            @InDatabase FigureSource database,
            LedgerClock ledgerClock,
            KnownTiers tiers,
            Clock clock) {
        this.store = store;
        this.columns = columns;
        this.database = database;
        this.ledgerClock = ledgerClock;
        this.tiers = tiers;
        this.clock = clock;
    }

    /**
     * The result of a comparison.
     *
     * @param knownAt the moment of knowledge that was compared
     * @param differences the figures in which the database contradicted the columns
     */
    public record Finding(Instant knownAt, List<String> differences) {}

    /** The last result of this instance; nothing before the first comparison. */
    public Optional<Finding> last() {
        return Optional.ofNullable(last);
    }

    void register(@Observes StartupEvent started, MeterRegistry registry) {
        Gauge.builder("pipeline.figures.differences", this::differences)
                .description("Figures that the database contradicted at the last comparison")
                .register(registry);
    }

    private @Nullable Number differences() {
        return last().map(found -> found.differences().size()).orElse(null);
    }

    @BackgroundJob
    @Scheduled(
            identity = "compare",
            every = "{pipeline.figures.compare-every}",
            delayed = "{pipeline.figures.compare-after}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void compare() {
        if (store.status().state() != ColumnStore.State.LOADED) {
            return;
        }
        var found =
                QuarkusTransaction.requiringNew().timeout(TIMEOUT_IN_SECONDS).call(this::find);
        last = found;
        if (!found.differences().isEmpty()) {
            LOG.errorf("Figures of the columns differ from the database: %s", found.differences());
            store.forget("they differed from the database");
        }
    }

    private Finding find() {
        var knownAt = ledgerClock.known(null);
        var today = LocalDate.now(clock);
        var day = today.minusDays(random.nextInt(DAYS));
        var month = Interval.MONTH.holding(day);
        var year = Interval.YEAR.holding(day);
        var asked = new FigureQuery(ALL, dimensions(), today, knownAt, today, tiers.at(knownAt));
        var differences = new ArrayList<String>();
        compare(differences, "stock of " + today, asked, source -> source.stock(asked, today));
        compare(differences, "stock of " + day, asked, source -> source.stock(asked, day));
        compare(differences, "flow of " + year.name(), asked, source -> source.flow(asked, year));
        compare(differences, "movements of " + month.name(), asked, source -> {
            var movements = source.movements(asked, month);
            var all = new ArrayList<>(movements.entered().values());
            all.addAll(movements.left().values());
            all.add(movements.revalued());
            return together(all);
        });
        return new Finding(knownAt, List.copyOf(differences));
    }

    private Breakdown dimensions() {
        var some = ProjectDimensions.ALL.ofRows();
        var more = some.get(random.nextInt(some.size()));
        return Breakdown.of(
                more == ProjectDimensions.STAGE
                        ? List.of(ProjectDimensions.STAGE)
                        : List.of(ProjectDimensions.STAGE, more));
    }

    private static Aggregates together(List<Aggregates> some) {
        var together = new Aggregates();
        some.forEach(cells -> cells.occurring().forEach(row -> together.add(row, cells.of(row))));
        return together;
    }

    private void compare(
            List<String> differences, String figure, FigureQuery asked, Function<FigureSource, Aggregates> question) {
        if (differs(question.apply(columns), question.apply(database))) {
            differences.add(figure + " by " + asked.breakdown().names());
        }
    }

    private static boolean differs(Aggregates some, Aggregates others) {
        return lacks(some, others) || lacks(others, some);
    }

    private static boolean lacks(Aggregates some, Aggregates others) {
        for (var row : others.occurring()) {
            if (!agree(some.of(row), others.of(row))) {
                return true;
            }
        }
        return false;
    }

    /** A trailing zero is no difference. */
    private static boolean agree(CountAndSum one, CountAndSum other) {
        return one.count() == other.count() && one.sum().compareTo(other.sum()) == 0;
    }
}
