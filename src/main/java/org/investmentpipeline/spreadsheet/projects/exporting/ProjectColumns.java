package org.investmentpipeline.spreadsheet.projects.exporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Investment;
import org.investmentpipeline.project.timeline.Origin;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.ProjectState;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.spreadsheet.exporting.ExportColumn;
import org.investmentpipeline.spreadsheet.projects.ProjectSheet;
import org.investmentpipeline.spreadsheet.schema.SheetField;
import org.investmentpipeline.spreadsheet.writing.CellContent;
import org.jspecify.annotations.Nullable;

/** The columns of exported projects. The import reads every one of them, with the same meaning. */
public final class ProjectColumns {
    private static final String MONEY = "#,##0.00";
    private static final String AREA = "0.00";
    private static final String PLAIN = "General";

    public static final Map<Stage, LocalizedText> STAGES = Map.of(
            Stage.UNDER_NEGOTIATION, new LocalizedText("Under negotiation", "在谈"),
            Stage.SIGNED, new LocalizedText("Signed", "签约"),
            Stage.GROUNDBREAKING, new LocalizedText("Groundbreaking", "开工"),
            Stage.COMPLETED, new LocalizedText("Completed", "竣工"));
    public static final Map<Status, LocalizedText> STATUSES = Map.of(
            Status.ACTIVE, new LocalizedText("Active", "推进"),
            Status.SUSPENDED, new LocalizedText("Suspended", "暂停"),
            Status.WITHDRAWN, new LocalizedText("Withdrawn", "终止"));
    public static final Map<Origin, LocalizedText> ORIGINS = Map.of(
            Origin.LOCAL, new LocalizedText("Local", "省内"),
            Origin.OUT_OF_PROVINCE, new LocalizedText("Out of province", "省外"),
            Origin.FOREIGN, new LocalizedText("Foreign", "外资"));
    public static final Map<Agreement, LocalizedText> AGREEMENTS = Map.of(
            Agreement.FRAMEWORK, new LocalizedText("Framework", "框架"),
            Agreement.FORMAL, new LocalizedText("Formal", "正式"));
    public static final Map<Boolean, LocalizedText> KEYS =
            Map.of(true, new LocalizedText("Yes", "是"), false, new LocalizedText("No", "否"));

    /** The columns whose values are on the ledger. */
    private static final Set<String> HISTORY = Stream.of(
                    ProjectSheet.INVESTOR,
                    ProjectSheet.INVESTMENT,
                    ProjectSheet.CURRENCY,
                    ProjectSheet.RATE,
                    ProjectSheet.SECTOR,
                    ProjectSheet.ZONE,
                    ProjectSheet.DEPARTMENT,
                    ProjectSheet.ORIGIN,
                    ProjectSheet.AGREEMENT,
                    ProjectSheet.KEY,
                    ProjectSheet.LEADER,
                    ProjectSheet.OFFICER,
                    ProjectSheet.STAGE,
                    ProjectSheet.STATUS,
                    ProjectSheet.REASON,
                    ProjectSheet.LAND_AREA,
                    ProjectSheet.JOBS,
                    ProjectSheet.LISTS)
            .map(SheetField::key)
            .collect(Collectors.toSet());

    private final Locale language;
    private final CatalogueNames names;

    private ProjectColumns(Locale language, CatalogueNames names) {
        this.language = language;
        this.names = names;
    }

    /**
     * All columns, in their order.
     *
     * @param language of words
     * @param names of the entries of catalogues, in place of their codes
     */
    public static List<ExportColumn<ExportedProject>> all(Locale language, CatalogueNames names) {
        var columns = new ProjectColumns(language, names);
        return List.of(
                columns.text(ProjectSheet.CODE, "Project code", "项目编号", 16, row -> row.project().code),
                columns.text(ProjectSheet.NAME, "Project name", "项目名称", 36, row -> row.project().name),
                columns.text(
                        ProjectSheet.NAME_EN,
                        "English name",
                        "英文名称",
                        36,
                        row -> row.project().description().nameEn()),
                columns.text(ProjectSheet.INVESTOR, "Investor", "投资方", 24, ExportedProject::investor),
                columns.number(
                        ProjectSheet.INVESTMENT,
                        new LocalizedText("Total investment (units)", "总投资（元）"),
                        20,
                        MONEY,
                        row -> amount(row.state().investment())),
                columns.text(ProjectSheet.CURRENCY, "Currency", "币种", 8, row -> currency(row.state())),
                columns.number(
                        ProjectSheet.RATE,
                        new LocalizedText("Exchange rate", "汇率"),
                        10,
                        PLAIN,
                        row -> rate(row.state())),
                columns.catalogue(ProjectSheet.SECTOR, "Sector", "产业类别", Field.SECTOR),
                columns.catalogue(ProjectSheet.ZONE, "Zone", "所属园区", Field.ZONE),
                columns.catalogue(ProjectSheet.DEPARTMENT, "Department", "责任单位", Field.DEPARTMENT),
                columns.word(ProjectSheet.ORIGIN, "Capital origin", "资金来源", ORIGINS, ProjectState::origin),
                columns.word(ProjectSheet.AGREEMENT, "Agreement", "协议类型", AGREEMENTS, ProjectState::agreement),
                columns.word(ProjectSheet.KEY, "Key project", "是否重点", KEYS, ProjectState::key),
                columns.text(
                        ProjectSheet.LEADER,
                        "Leader",
                        "包联领导",
                        12,
                        row -> row.state().leader()),
                columns.text(
                        ProjectSheet.OFFICER,
                        "Officer",
                        "项目专员",
                        12,
                        row -> row.state().officer()),
                columns.word(ProjectSheet.STAGE, "Stage", "建设阶段", STAGES, ProjectState::stage),
                columns.word(ProjectSheet.STATUS, "Status", "状态", STATUSES, ProjectState::status),
                columns.text(ProjectSheet.STATUS_DAY, "Status since", "状态日期", 12, row -> day(row.statusDay())),
                columns.text(
                        ProjectSheet.REASON,
                        "Status reason",
                        "状态原因",
                        24,
                        row -> row.state().reason()),
                columns.entry(Stage.UNDER_NEGOTIATION, "Negotiated on", "洽谈时间"),
                columns.entry(Stage.SIGNED, "Signed on", "签约时间"),
                columns.entry(Stage.GROUNDBREAKING, "Broke ground on", "开工时间"),
                columns.entry(Stage.COMPLETED, "Completed on", "竣工时间"),
                columns.text(ProjectSheet.BIRTH, "First day", "存续起始", 12, row -> day(row.birth())),
                columns.number(
                        ProjectSheet.LAND_AREA,
                        new LocalizedText("Land area (mu)", "项目用地（亩）"),
                        12,
                        AREA,
                        row -> row.state().landArea()),
                columns.number(
                        ProjectSheet.JOBS,
                        new LocalizedText("Jobs", "就业人数"),
                        10,
                        PLAIN,
                        row -> jobs(row.state().jobs())),
                columns.text(
                        ProjectSheet.SUMMARY,
                        "Summary",
                        "建设内容",
                        60,
                        row -> row.project().description().summary()),
                columns.text(
                        ProjectSheet.LISTS,
                        "Project lists",
                        "所属清单",
                        24,
                        row -> names.lists(row.state().lists())));
    }

    /**
     * The columns of the sheet of positions. It has no name of the project, so that no import takes it for a ledger.
     *
     * @param all the columns of projects
     */
    public static List<ExportColumn<ExportedProject>> history(List<ExportColumn<ExportedProject>> all) {
        var columns = new ArrayList<ExportColumn<ExportedProject>>();
        columns.add(all.get(0));
        columns.add(new ExportColumn<>(
                "from",
                new LocalizedText("From", "起"),
                12,
                row -> CellContent.text(day(row.position().from()))));
        columns.add(new ExportColumn<>(
                "to", new LocalizedText("To (exclusive)", "止（不含）"), 12, row -> CellContent.text(end(row.position()))));
        all.stream().filter(column -> HISTORY.contains(column.key())).forEach(columns::add);
        return columns;
    }

    private static @Nullable String end(Position position) {
        return position.to().equals(Position.OPEN) ? null : day(position.to());
    }

    private ExportColumn<ExportedProject> text(
            SheetField<?> field, String en, String zh, int width, Function<ExportedProject, @Nullable String> text) {
        return new ExportColumn<>(
                field.key(), new LocalizedText(en, zh), width, row -> CellContent.text(text.apply(row)));
    }

    private ExportColumn<ExportedProject> number(
            SheetField<?> field,
            LocalizedText heading,
            int width,
            String format,
            Function<ExportedProject, @Nullable BigDecimal> number) {
        return new ExportColumn<>(field.key(), heading, width, row -> CellContent.number(number.apply(row), format));
    }

    private ExportColumn<ExportedProject> catalogue(SheetField<?> column, String en, String zh, Field field) {
        return text(column, en, zh, 16, row -> names.of(field, (String) field.of(row.state())));
    }

    private <V> ExportColumn<ExportedProject> word(
            SheetField<?> field,
            String en,
            String zh,
            Map<V, LocalizedText> words,
            Function<ProjectState, @Nullable V> value) {
        return text(field, en, zh, 12, row -> {
            var word = value.apply(row.state());
            var text = word == null ? null : words.get(word);
            return text == null ? null : text.in(language);
        });
    }

    private ExportColumn<ExportedProject> entry(Stage stage, String en, String zh) {
        return text(
                ProjectSheet.day(stage), en, zh, 12, row -> day(row.entries().get(stage)));
    }

    private static @Nullable BigDecimal amount(@Nullable Investment investment) {
        return investment == null ? null : investment.amount().setScale(2);
    }

    private static @Nullable String currency(ProjectState state) {
        var investment = state.investment();
        return investment == null ? null : investment.currency();
    }

    private static @Nullable BigDecimal rate(ProjectState state) {
        var investment = state.investment();
        return investment == null ? null : investment.rate();
    }

    private static @Nullable BigDecimal jobs(@Nullable Integer jobs) {
        return jobs == null ? null : BigDecimal.valueOf(jobs);
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** A day in its precision: 2023-06-28, 2023-06, 2023-Q2 or 2023. */
    static @Nullable String day(@Nullable StatedDay stated) {
        if (stated == null) {
            return null;
        }
        var day = stated.day();
        return switch (stated.precision()) {
            case DAY -> day.toString();
            case MONTH -> day.toString().substring(0, 7);
            case QUARTER -> "%d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3);
            case YEAR -> Integer.toString(day.getYear());
        };
    }
}
