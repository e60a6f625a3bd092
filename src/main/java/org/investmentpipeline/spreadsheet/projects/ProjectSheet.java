package org.investmentpipeline.spreadsheet.projects;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Origin;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.spreadsheet.cell.Amounts.Amount;
import org.investmentpipeline.spreadsheet.cell.Words;
import org.investmentpipeline.spreadsheet.cell.Words.StageOrStatus;
import org.investmentpipeline.spreadsheet.schema.SheetField;
import org.investmentpipeline.spreadsheet.schema.SheetField.Kind;
import org.investmentpipeline.spreadsheet.schema.SheetSchema;

/** The fields of a bureau's sheet of projects (台账). */
public final class ProjectSheet {
    public static final SheetField<String> CODE = SheetField.code("code", 64);
    public static final SheetField<String> NAME = SheetField.name("name", 200);
    public static final SheetField<String> INVESTOR =
            SheetField.line("investor", 200).identifying();
    public static final SheetField<Amount> INVESTMENT = SheetField.money("investment")
            .headedLike(
                    "(项目|签约|合同|协议|意向|计划|拟|拟定|预计|估算|概算|全部|总)*投资(总额|总金额|金额|额|规模|总规模|估算|概算)?(情况)?"
                            + "|((total|overall|estimated|planned|proposed|capital|project) )*(investment|cost|capex|investment cost)( amount| value)?");
    public static final SheetField<String> CURRENCY =
            SheetField.of("currency", Kind.WORD, (cell, column) -> RowValues.currency(cell));
    /** CNY per unit of the currency. */
    public static final SheetField<BigDecimal> RATE =
            SheetField.of("rate", Kind.TEXT, (cell, column) -> RowValues.rate(cell));

    public static final SheetField<String> SECTOR = SheetField.line("sector", 100);
    public static final SheetField<String> ZONE = SheetField.line("zone", 100);
    public static final SheetField<String> DEPARTMENT = SheetField.line("department", 100);
    public static final SheetField<Origin> ORIGIN = SheetField.word("origin", Words.ORIGIN);
    public static final SheetField<Agreement> AGREEMENT = SheetField.word("agreement", Words.AGREEMENT);
    public static final SheetField<Boolean> KEY = SheetField.word("key", Words.YES_OR_NO);
    public static final SheetField<String> LEADER = SheetField.line("leader", 100);
    public static final SheetField<String> OFFICER = SheetField.line("officer", 100);
    public static final SheetField<BigDecimal> LAND_AREA = SheetField.area("landArea");
    public static final SheetField<Integer> JOBS = SheetField.count("jobs");
    public static final SheetField<String> NAME_EN = SheetField.line("nameEn", 200);
    public static final SheetField<String> SUMMARY = SheetField.paragraph("summary", 4000);
    /** A stage or status word. */
    public static final SheetField<StageOrStatus> STAGE = SheetField.word("stage", Words.STAGE_OR_STATUS);
    /** A status or stage word. */
    public static final SheetField<StageOrStatus> STATUS = SheetField.word("status", Words.STAGE_OR_STATUS);
    /** The first day of the status. */
    public static final SheetField<StatedDay> STATUS_DAY = SheetField.day("statusDay");
    /** The reason of a suspension or withdrawal. */
    public static final SheetField<String> REASON = SheetField.line("statusReason", 500);
    /** 存续起始: the first day of life, where no day of negotiation is stated. */
    public static final SheetField<StatedDay> BIRTH = SheetField.day("firstDay");
    /** The codes or names of project lists. */
    public static final SheetField<List<String>> LISTS =
            SheetField.of("lists", Kind.TEXT, (cell, column) -> RowValues.lists(cell));
    /** 建设性质: whether work had begun before this year. */
    public static final SheetField<Boolean> NATURE =
            SheetField.of("nature", Kind.WORD, (cell, column) -> Words.saysBegun(cell));
    /** The day the register first lists the project. */
    public static final SheetField<StatedDay> LISTED_ON = SheetField.day("listedOn");

    /** The day each stage was entered. */
    private static final Map<Stage, SheetField<StatedDay>> DAYS = Map.of(
            Stage.UNDER_NEGOTIATION, SheetField.day("negotiatedOn"),
            Stage.SIGNED, SheetField.day("signedOn"),
            Stage.GROUNDBREAKING, SheetField.day("brokeGroundOn"),
            Stage.COMPLETED, SheetField.day("completedOn"));

    /** The columns that fill a field of the ledger as they are read. */
    public static final Map<Field, SheetField<?>> LEDGER_FIELDS = Map.of(
            Field.SECTOR, SECTOR,
            Field.ZONE, ZONE,
            Field.DEPARTMENT, DEPARTMENT,
            Field.ORIGIN, ORIGIN,
            Field.AGREEMENT, AGREEMENT,
            Field.KEY, KEY,
            Field.LEADER, LEADER,
            Field.OFFICER, OFFICER,
            Field.LAND_AREA, LAND_AREA,
            Field.JOBS, JOBS);

    public static final SheetSchema SCHEMA = SheetSchema.of(
            ProjectSheet.class,
            NAME,
            LocalizedText.of("the project's name", "项目名称"),
            List.of(
                    CODE,
                    NAME,
                    NAME_EN,
                    INVESTOR,
                    INVESTMENT,
                    CURRENCY,
                    RATE,
                    SECTOR,
                    ZONE,
                    DEPARTMENT,
                    ORIGIN,
                    AGREEMENT,
                    KEY,
                    LEADER,
                    OFFICER,
                    LAND_AREA,
                    JOBS,
                    SUMMARY,
                    STAGE,
                    STATUS,
                    STATUS_DAY,
                    REASON,
                    NATURE,
                    LISTED_ON,
                    day(Stage.UNDER_NEGOTIATION),
                    day(Stage.SIGNED),
                    day(Stage.GROUNDBREAKING),
                    day(Stage.COMPLETED),
                    BIRTH,
                    LISTS));

    private ProjectSheet() {}

    /** The field of the day on which a stage was entered. */
    public static SheetField<StatedDay> day(Stage stage) {
        return Objects.requireNonNull(DAYS.get(stage));
    }
}
