package org.investmentpipeline.spreadsheet.heading;

import java.util.regex.Pattern;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.schema.SheetField.Kind;
import org.jspecify.annotations.Nullable;

/** Headings that fill no field, and the reason of each. */
final class UnusedHeadings {

    private static final Pattern NUMBER = Pattern.compile("序号|序|no\\.?|#|行号");
    private static final Pattern PLAN = Pattern.compile(
            "计划|拟(签约|开工|动工|竣工|投产)|预计|预期|目标|建设(时间|周期|年限|工期|起止)|\\bplan(ned)?\\b|\\bexpected\\b|\\btarget(ed)?\\b|\\bproposed\\b");
    /** Words that limit a quantity to a span of time or to a part of the project. */
    private static final String PART = "今年|本年|年度|当年|去年|上年|年内|本月|当月|累计|月度|季度|一期|二期|三期|首期|其中|固定资产|设备|土建|\\d年";
    /** Words that limit a quantity to the part that was done or paid. */
    private static final String DONE = "完成|到位|到资";

    private static final Pattern OTHER_MONEY = Pattern.compile(".*(" + PART + "|已).*(投资|资金).*"
            + "|.*(注册资本|注册资金|到位|到资|完成投资|完成额|投资完成).*"
            + "|.*\\b(annual|yearly|registered|paid|received|to date)\\b.*");
    private static final Pattern LIMIT =
            Pattern.compile(PART + "|" + DONE + "|\\b(annual|yearly|paid|received|to date)\\b");
    private static final Pattern LIMIT_IN_TIME = Pattern.compile(PART);
    private static final Pattern TOTAL = Pattern.compile("总|全部|\\btotal\\b");

    /** Words of a heading whose column is probably about money, a day, a stage or a status. */
    private static final Pattern MEANINGFUL = Pattern.compile(
            "投资|金额|资金|万元|亿元|造价|产值|时间|日期|年月|阶段|状态|进度|进展|\\b(investment|amount|cost|date|stage|status|phase)\\b");

    private UnusedHeadings() {}

    /**
     * Whether a remark in brackets or the heading above limits a heading to a plan of days, or to a part of a quantity: 开工时间（预计）,
     * 总投资（一期）, 本年 over 投资额.
     *
     * @param kind of the field that the heading alone would fill
     */
    static boolean isLimited(Heading heading, Kind kind) {
        if (kind == Kind.DAY) {
            return heading.limits().anyMatch(text -> PLAN.matcher(text).find());
        }
        if (!kind.isQuantity()) {
            return false;
        }
        // A total keeps its meaning in a group about progress, such as 投资完成情况, but not in one about a year.
        var limit = TOTAL.matcher(heading.base()).find() ? LIMIT_IN_TIME : LIMIT;
        return heading.limits().anyMatch(text -> limit.matcher(text).find());
    }

    /** Whether a heading that was not understood may have been about money, a day, a stage or a status. */
    static boolean isDoubtful(Heading heading) {
        return knownReason(heading) == null
                && MEANINGFUL.matcher(heading.base()).find();
    }

    /** The reason why a heading without a field is not read. */
    static LocalizedText reason(Heading heading) {
        var known = knownReason(heading);
        return known != null
                ? known
                : LocalizedText.of("Unknown heading; `mapping` can assign it a field.", "未识别的表头，可用 mapping 指明其含义。");
    }

    private static @Nullable LocalizedText knownReason(Heading heading) {
        if (NUMBER.matcher(heading.base()).matches()) {
            return LocalizedText.of("A running number, not the project's code.", "序号不是项目编号，未采用。");
        }
        if (RepairHeadings.isOne(heading.written())) {
            return LocalizedText.of("Written by the service about a refused row; not read.", "由系统写入的拒绝原因，不读取。");
        }
        if (OTHER_MONEY.matcher(heading.base()).matches()
                || heading.limits().anyMatch(text -> LIMIT.matcher(text).find())) {
            return LocalizedText.of("Not the project's total investment.", "不是项目总投资，未采用。");
        }
        if (PLAN.matcher(heading.base()).find()
                || heading.limits().anyMatch(text -> PLAN.matcher(text).find())) {
            return LocalizedText.of("A plan, not something that happened.", "属于计划，不是已发生的事项，未采用。");
        }
        return null;
    }
}
