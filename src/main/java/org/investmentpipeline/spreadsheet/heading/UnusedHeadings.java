package org.investmentpipeline.spreadsheet.heading;

import java.util.regex.Pattern;
import org.investmentpipeline.problem.LocalizedText;

/** Headings that fill no field, and the reason of each. */
final class UnusedHeadings {

    private static final Pattern NUMBER = Pattern.compile("序号|序|no\\.?|#|行号");
    private static final Pattern PLAN = Pattern.compile(
            "计划|拟(签约|开工|动工|竣工|投产)|预计|预期|目标|\\bplan(ned)?\\b|\\bexpected\\b|\\btarget(ed)?\\b|\\bproposed\\b");
    private static final Pattern OTHER_MONEY =
            Pattern.compile("(今年|本年|年度|当年|本月|累计|月度|一期|二期|首期|已|固定资产).*投资.*|注册资本.*|.*到位.*|.*到资.*|.*完成投资.*");

    private UnusedHeadings() {}

    /** The reason why a heading without a field is not read. */
    static LocalizedText reason(Heading heading) {
        if (NUMBER.matcher(heading.base()).matches()) {
            return LocalizedText.of("A running number, not the project's code.", "序号不是项目编号，未采用。");
        }
        if (OTHER_MONEY.matcher(heading.base()).matches()) {
            return LocalizedText.of("Not the project's total investment.", "不是项目总投资，未采用。");
        }
        if (PLAN.matcher(heading.base()).find()) {
            return LocalizedText.of("A plan, not something that happened.", "属于计划，不是已发生的事项，未采用。");
        }
        return LocalizedText.of("Unknown heading; `mapping` can assign it a field.", "未识别的表头，可用 mapping 指明其含义。");
    }
}
