package org.investmentpipeline.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.jspecify.annotations.Nullable;

/** What happened to one project and when it was learned, as the rules of the ledger allow it; not later than a last day. */
final class Life {
    /** What kind of thing happened, in the words of a project's history. */
    enum Kind {
        REGISTERED,
        MOVED,
        AMENDED,
        STATUS_CHANGED
    }

    /**
     * One thing that happened, and how the project stood from then on.
     *
     * @param entry whether it entered its stage on a stated day
     * @param since the day of that entry; null when it was taken over without one
     * @param ordinal the order among the things of one day
     */
    record Step(
            Kind kind,
            LocalDate on,
            int ordinal,
            boolean entry,
            Stage stage,
            @Nullable LocalDate since,
            Status status,
            @Nullable BigDecimal amount) {}

    private final Random random;
    private final LocalDate last;
    private final List<Step> steps = new ArrayList<>();

    private Life(Random random, LocalDate last) {
        this.random = random;
        this.last = last;
    }

    static List<Step> of(Random random, LocalDate birth, LocalDate last) {
        var life = new Life(random, last);
        life.begin(birth);
        life.proceed(Stage.SIGNED, 0.75, 20, 420);
        life.proceed(Stage.GROUNDBREAKING, 0.72, random.nextInt(8) == 0 ? 0 : 10, 500);
        life.grow();
        life.proceed(Stage.COMPLETED, 0.7, 180, 900);
        life.falter();
        return life.steps;
    }

    /** When each step was learned, never falling: six in ten lives are written down at once, the others as they happen. */
    static List<Instant> learned(Random random, List<Step> steps) {
        var atOnce = random.nextInt(10) < 6;
        var moments = new ArrayList<Instant>();
        var end = written(random, steps.get(steps.size() - 1).on());
        for (var i = 0; i < steps.size(); i++) {
            var written = written(random, steps.get(i).on());
            var sameDay = i > 0 && steps.get(i).on().equals(steps.get(i - 1).on());
            var before = i == 0 ? Instant.EPOCH : moments.get(i - 1);
            moments.add(atOnce ? end : sameDay || before.isAfter(written) ? before : written);
        }
        return moments;
    }

    private static Instant written(Random random, LocalDate day) {
        var opening = day.plusDays(random.nextInt(15)).atTime(1, 0).toInstant(ZoneOffset.UTC);
        return opening.plusMillis(random.nextInt(8 * 3_600_000));
    }

    private void begin(LocalDate birth) {
        var chance = random.nextInt(100);
        var stage = chance < 82 ? Stage.UNDER_NEGOTIATION : chance < 94 ? Stage.SIGNED : Stage.GROUNDBREAKING;
        var stated = chance < 94;
        steps.add(new Step(Kind.REGISTERED, birth, 0, stated, stage, stated ? birth : null, Status.ACTIVE, amount()));
    }

    /** Log-normal around 200 million, from 1 million to 20 billion; one in twenty is unknown. */
    private @Nullable BigDecimal amount() {
        var amount = Math.exp(Math.log(2e8) + 1.5 * random.nextGaussian());
        return random.nextInt(20) == 0
                ? null
                : BigDecimal.valueOf(Math.max(1e6, Math.min(2e10, amount))).setScale(2, RoundingMode.HALF_UP);
    }

    /** Enters the next stage with a chance, after a number of days. */
    private void proceed(Stage stage, double chance, int soonest, int latest) {
        var before = latest();
        var on = soonest == 0 ? before.on : after(soonest, latest);
        if (before.stage.next() == stage && random.nextDouble() < chance && !on.isAfter(last)) {
            steps.add(new Step(Kind.MOVED, on, ordinal(on), true, stage, on, before.status, before.amount));
        }
    }

    /** One in six raises its investment. */
    private void grow() {
        var on = after(5, 200);
        var amount = latest().amount;
        if (random.nextInt(6) == 0 && amount != null && !on.isAfter(last)) {
            var raised = amount.multiply(BigDecimal.valueOf(110 + random.nextInt(90), 2));
            turn(Kind.AMENDED, on, latest().status, raised.setScale(2, RoundingMode.HALF_UP));
        }
    }

    /** One in eight that are not completed is suspended or withdrawn; some of the suspended resume. */
    private void falter() {
        var on = after(30, 400);
        if (latest().stage == Stage.COMPLETED || random.nextInt(8) != 0 || on.isAfter(last)) {
            return;
        }
        var status = random.nextBoolean() ? Status.SUSPENDED : Status.WITHDRAWN;
        turn(Kind.STATUS_CHANGED, on, status, latest().amount);
        var resumed = after(30, 300);
        if (status == Status.SUSPENDED && random.nextInt(3) == 0 && !resumed.isAfter(last)) {
            turn(Kind.STATUS_CHANGED, resumed, Status.ACTIVE, latest().amount);
        }
    }

    private void turn(Kind kind, LocalDate on, Status status, @Nullable BigDecimal amount) {
        steps.add(new Step(kind, on, 0, false, latest().stage, latest().since, status, amount));
    }

    private int ordinal(LocalDate on) {
        return on.equals(latest().on) ? latest().ordinal + 1 : 0;
    }

    private LocalDate after(int soonest, int latest) {
        return latest().on.plusDays(soonest + random.nextInt(latest - soonest));
    }

    private Step latest() {
        return Objects.requireNonNull(steps.get(steps.size() - 1));
    }
}
