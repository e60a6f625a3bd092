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
final class ProjectSheet {
    static final SheetField<String> CODE = SheetField.code("code", 64);
    static final SheetField<String> NAME = SheetField.name("name", 200);
    static final SheetField<String> INVESTOR = SheetField.line("investor", 200).identifying();
    static final SheetField<Amount> INVESTMENT = SheetField.money("investment")
            .headedLike(
                    "(项目|签约|合同|协议|意向|计划|拟|拟定|预计|估算|概算|全部|总)*投资(总额|总金额|金额|额|规模|总规模|估算|概算)?(情况)?"
                            + "|((total|overall|estimated|planned|proposed|capital|project) )*(investment|cost|capex|investment cost)( amount| value)?");
    static final SheetField<String> SECTOR = SheetField.line("sector", 100);
    static final SheetField<String> ZONE = SheetField.line("zone", 100);
    static final SheetField<String> DEPARTMENT = SheetField.line("department", 100);
    static final SheetField<Origin> ORIGIN = SheetField.word("origin", Words.ORIGIN);
    static final SheetField<Agreement> AGREEMENT = SheetField.word("agreement", Words.AGREEMENT);
    static final SheetField<Boolean> KEY = SheetField.word("key", Words.YES_OR_NO);
    static final SheetField<String> LEADER = SheetField.line("leader", 100);
    static final SheetField<String> OFFICER = SheetField.line("officer", 100);
    static final SheetField<BigDecimal> LAND_AREA = SheetField.area("landArea");
    static final SheetField<Integer> JOBS = SheetField.count("jobs");
    static final SheetField<String> SUMMARY = SheetField.paragraph("summary", 4000);
    /** A stage or status word. */
    static final SheetField<StageOrStatus> STAGE = SheetField.word("stage", Words.STAGE_OR_STATUS);
    /** A status or stage word. */
    static final SheetField<StageOrStatus> STATUS = SheetField.word("status", Words.STAGE_OR_STATUS);
    /** 建设性质: whether work had begun before this year. */
    static final SheetField<Boolean> NATURE =
            SheetField.of("nature", Kind.WORD, (cell, column) -> Words.saysBegun(cell));
    /** The day the register first lists the project. */
    static final SheetField<StatedDay> LISTED_ON = SheetField.day("listedOn");

    /** The day each stage was entered. */
    private static final Map<Stage, SheetField<StatedDay>> DAYS = Map.of(
            Stage.UNDER_NEGOTIATION, SheetField.day("negotiatedOn"),
            Stage.SIGNED, SheetField.day("signedOn"),
            Stage.GROUNDBREAKING, SheetField.day("brokeGroundOn"),
            Stage.COMPLETED, SheetField.day("completedOn"));

    /** The columns that fill a field of the ledger as they are read. */
    static final Map<Field, SheetField<?>> LEDGER_FIELDS = Map.of(
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

    static final SheetSchema SCHEMA = SheetSchema.of(
            ProjectSheet.class,
            NAME,
            LocalizedText.of("the project's name", "项目名称"),
            List.of(
                    CODE,
                    NAME,
                    INVESTOR,
                    INVESTMENT,
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
                    NATURE,
                    LISTED_ON,
                    day(Stage.UNDER_NEGOTIATION),
                    day(Stage.SIGNED),
                    day(Stage.GROUNDBREAKING),
                    day(Stage.COMPLETED)));

    private ProjectSheet() {}

    /** The field of the day on which a stage was entered. */
    static SheetField<StatedDay> day(Stage stage) {
        return Objects.requireNonNull(DAYS.get(stage));
    }
}
