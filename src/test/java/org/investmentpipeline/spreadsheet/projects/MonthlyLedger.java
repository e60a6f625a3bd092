package org.investmentpipeline.spreadsheet.projects;

import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Ledgers.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.investmentpipeline.project.timeline.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of a bureau as it changes from month to month: projects appear, reach stages, some of them known late, stop, resume, step
 * back, get other names, codes and amounts, and vanish from the sheet. Random after a seed.
 */
final class MonthlyLedger {
    private static final String HEADINGS = "项目编号,项目名称,投资方,总投资（万元）,所属园区,建设阶段,签约时间,开工时间,竣工时间";
    private static final Map<Stage, String> WORDS = Map.of(
            Stage.UNDER_NEGOTIATION, "在谈", Stage.SIGNED, "已签约", Stage.GROUNDBREAKING, "在建", Stage.COMPLETED, "竣工");

    private final Random random;
    private final String prefix = code("月");
    private final String zone;
    private final List<Line> lines = new ArrayList<>();

    /** One project, as the bureau sees it. */
    private static final class Line {
        private String name = "";
        private String code = "";
        private final String investor;
        private BigDecimal amount = BigDecimal.ZERO;
        private Stage stage = Stage.UNDER_NEGOTIATION;
        private boolean isStopped;
        private boolean hasVanished;
        private final Map<Stage, LocalDate> days = new EnumMap<>(Stage.class);
        /** The day of a stage that the sheet will only have a month later. */
        private @Nullable Stage late;

        private @Nullable LocalDate lateDay;

        private Line(String investor) {
            this.investor = investor;
        }
    }

    MonthlyLedger(long seed, String zone) {
        this.random = new Random(seed);
        this.zone = zone;
    }

    /** The events of a month. */
    void advance(YearMonth month) {
        for (var line : lines) {
            if (!line.hasVanished) {
                advance(line, month);
            }
        }
        for (var fresh = 1 + random.nextInt(3); fresh > 0; fresh--) {
            var number = lines.size() + 1;
            var line = new Line(prefix + "公司" + number);
            line.name = prefix + "项目" + number;
            line.code = random.nextBoolean() ? prefix + "-" + number : "";
            line.amount = BigDecimal.valueOf(100 + random.nextInt(90_000));
            lines.add(line);
        }
    }

    private void advance(Line line, YearMonth month) {
        if (line.late != null && line.lateDay != null) {
            line.days.put(line.late, line.lateDay);
            line.late = null;
        }
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> enterNext(line, month);
            case 3 -> line.isStopped = line.stage != Stage.COMPLETED && !line.isStopped;
            case 4 -> stepBack(line);
            case 5 -> line.name = line.code.isEmpty() ? line.name : line.name + "改";
            case 6 -> line.code = line.code.isEmpty() ? prefix + "-n" + lines.indexOf(line) : line.code;
            case 7 -> line.amount = line.amount.add(BigDecimal.valueOf(random.nextInt(500)));
            default -> line.hasVanished = random.nextInt(4) == 0;
        }
    }

    private void enterNext(Line line, YearMonth month) {
        if (line.stage == Stage.COMPLETED || line.isStopped) {
            return;
        }
        line.stage = Stage.values()[line.stage.ordinal() + 1];
        var day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
        if (random.nextInt(3) == 0) {
            line.late = line.stage;
            line.lateDay = day;
        } else {
            line.days.put(line.stage, day);
        }
    }

    /** The latest stage never happened. */
    private static void stepBack(Line line) {
        if (line.stage == Stage.UNDER_NEGOTIATION || line.isStopped) {
            return;
        }
        line.days.remove(line.stage);
        line.stage = Stage.values()[line.stage.ordinal() - 1];
        line.late = null;
    }

    /** The sheet of the month. */
    byte[] sheet() {
        var rows = new ArrayList<>(List.of(HEADINGS));
        for (var line : lines) {
            if (!line.hasVanished) {
                rows.add(String.join(
                        ",",
                        line.code,
                        line.name,
                        line.investor,
                        line.amount.toPlainString(),
                        zone,
                        line.isStopped ? "停工" : WORDS.getOrDefault(line.stage, ""),
                        day(line, Stage.SIGNED),
                        day(line, Stage.GROUNDBREAKING),
                        day(line, Stage.COMPLETED)));
            }
        }
        rows.add(",合计," + lines.size() + "个,,,,,,");
        return csv(rows.toArray(String[]::new));
    }

    private static String day(Line line, Stage stage) {
        var day = line.days.get(stage);
        return day == null ? "" : day.toString();
    }

    /** The number and sum (in yuan) of projects by status and stage; those that vanished stay as they were. */
    Map<String, String> stock() {
        var counts = new TreeMap<String, Integer>();
        var sums = new TreeMap<String, BigDecimal>();
        for (var line : lines) {
            var key = (line.isStopped ? "SUSPENDED " : "ACTIVE ") + line.stage;
            counts.merge(key, 1, Integer::sum);
            sums.merge(key, line.amount.movePointRight(4), BigDecimal::add);
        }
        var stock = new TreeMap<String, String>();
        counts.forEach((key, count) -> stock.put(
                key, count + " " + sums.getOrDefault(key, BigDecimal.ZERO).toBigInteger()));
        return stock;
    }
}
