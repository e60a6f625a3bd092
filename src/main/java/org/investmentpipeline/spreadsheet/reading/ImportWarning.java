package org.investmentpipeline.spreadsheet.reading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.problem.LocalizedText;

/** The kinds of what an import took over in a way that a person should look at, or left out. */
@Schema(name = "ImportWarningKind", description = "What the warning is about.")
public enum ImportWarning {
    NO_MONEY_COLUMN("No column gives an amount of money.", "没有任何一列给出金额。"),
    COLUMN_NOT_UNDERSTOOD(
            "A column that may be about money, days, stages or statuses was not understood; see `headings`.",
            "有疑似金额、日期、阶段或状态的列未能识别，详见 headings。"),
    NO_AMOUNT("The row has no amount.", "该行没有金额。"),
    HIDDEN_ROW("The row is hidden in the sheet, and was read.", "该行在表中被隐藏，仍已读取。"),
    AMOUNT_ROUNDED("The amount was rounded to the fen.", "金额已四舍五入到分。"),
    POSSIBLE_DUPLICATE(
            "The row is a new project, and another one has the same name, with another code or investor.",
            "该行作为新项目登记，而另有同名项目，其编号或投资方不同。"),
    RENAMED("The project has another name than before.", "项目名称与之前不同。"),
    CODE_GIVEN("The project had no code of its own and takes the one of the row.", "项目原无自有编号，现采用该行的编号。"),
    STEPPED_BACK(
            "The project is in an earlier stage than before; later entries were reversed.", "项目退回较早阶段，其后的阶段记录已撤销。"),
    REOPENED("The project was suspended or withdrawn, and is active again.", "项目曾暂停或退出，现恢复。"),
    AMOUNT_JUMPED(
            "The amount changed by a factor of 1,000 or more, or is beyond 10 billion.", "金额变动达一千倍以上，或超过 100 亿元。"),
    SHEETS_LEFT_OUT("Visible sheets were not read; see `sheets`.", "有可见的工作表未读取，详见 sheets。");

    private final LocalizedText sentence;

    ImportWarning(String en, String zh) {
        this.sentence = LocalizedText.of(en, zh);
    }

    public LocalizedText sentence() {
        return sentence;
    }
}
