package org.investmentpipeline.spreadsheet.projects.exporting;

import java.util.List;
import java.util.Map;
import org.investmentpipeline.problem.LocalizedText;

/** The texts of the template: a note for each column, and the instructions. */
final class TemplateNotes {
    private TemplateNotes() {}

    /** By the key of the column. */
    static final Map<String, LocalizedText> NOTES = Map.ofEntries(
            note("code", "Unique. Leave it blank for a new project to have one assigned.", "唯一。新项目留空则自动编号。"),
            note("name", "Mandatory.", "必填。"),
            note("investor", "The name; a new one is registered.", "投资方名称；未登记的自动登记。"),
            note(
                    "investment",
                    "In whole units of the currency, such as 120000000; or with a unit in the cell, such as 1.2亿元.",
                    "以元为单位，如 120000000；也可在单元格内写明单位，如 1.2亿元。"),
            note("currency", "ISO 4217 code or name, such as USD or 美元; CNY when blank.", "如 USD 或 美元；留空为人民币。"),
            note(
                    "rate",
                    "CNY for one unit of the currency; the registered rate when blank.",
                    "一单位外币折合的人民币元数；留空则用已登记的汇率。"),
            note("sector", "Code or name in the catalogue.", "目录中的代码或名称。"),
            note("zone", "Code or name in the catalogue.", "目录中的代码或名称。"),
            note("department", "Code or name in the catalogue.", "目录中的代码或名称。"),
            note("origin", "Local, out of province or foreign.", "省内、省外或外资。"),
            note("agreement", "From signing on: framework or formal.", "签约后填写：框架或正式。"),
            note("key", "Yes or no.", "是或否。"),
            note("leader", "One name.", "一个姓名。"),
            note("officer", "One name.", "一个姓名。"),
            note("stage", "The stage reached.", "已到达的阶段。"),
            note("status", "Active, suspended or withdrawn.", "推进、暂停或终止。"),
            note("statusDay", "The first day of a suspension or withdrawal.", "暂停或终止的起始日期。"),
            note("statusReason", "Only for a suspension or withdrawal.", "仅在暂停或终止时填写。"),
            note("negotiatedOn", "2023-06-28, 2023-06, 2023-Q2 or 2023.", "2023-06-28、2023-06、2023-Q2 或 2023。"),
            note("signedOn", "2023-06-28, 2023-06, 2023-Q2 or 2023.", "2023-06-28、2023-06、2023-Q2 或 2023。"),
            note("brokeGroundOn", "2023-06-28, 2023-06, 2023-Q2 or 2023.", "2023-06-28、2023-06、2023-Q2 或 2023。"),
            note("completedOn", "2023-06-28, 2023-06, 2023-Q2 or 2023.", "2023-06-28、2023-06、2023-Q2 或 2023。"),
            note(
                    "firstDay",
                    "The first day in the ledger, where the day of negotiation is not known.",
                    "洽谈时间不明时，项目进入台账的首日。"),
            note("landArea", "In mu (1/15 ha).", "以亩为单位。"),
            note("jobs", "A whole number.", "整数。"),
            note("nameEn", "The name in English lists and reports.", "英文清单与报告所用的名称。"),
            note("summary", "Any text of up to 4,000 characters.", "任意文字，至多 4000 字。"),
            note(
                    "lists",
                    "All lists that the project is on, by code or name, separated by 、 or a semicolon.",
                    "项目所在的全部清单（代码或名称），以“、”或分号分隔。"));

    /** By line. */
    static final List<LocalizedText> INSTRUCTIONS = List.of(
            new LocalizedText("How to fill in the sheet of projects", "台账填写说明"),
            new LocalizedText("1. One row is one project. Only the name is mandatory.", "1. 每行一个项目，仅项目名称必填。"),
            new LocalizedText(
                    "2. A blank cell changes nothing: it neither sets nor removes a value.",
                    "2. 空白单元格不作任何修改，既不填入也不删除。"),
            new LocalizedText(
                    "3. A project is recognised by its code or, without one, by name and investor.",
                    "3. 项目按编号识别；没有编号的，按名称和投资方识别。"),
            new LocalizedText(
                    "4. Values are as on the day that is given as asOf with the import.", "4. 各项内容为导入时 asOf 所指日期的状况。"),
            new LocalizedText(
                    "5. Columns may be moved or left out; the headings must stay as they are.",
                    "5. 列可以移动或删除，但表头文字请勿修改。"),
            new LocalizedText(
                    "6. First import with dryRun=true: the answer names every cell that is not understood.",
                    "6. 请先以 dryRun=true 试导入：系统会逐一指出无法识别的单元格。"));

    private static Map.Entry<String, LocalizedText> note(String key, String en, String zh) {
        return Map.entry(key, new LocalizedText(en, zh));
    }
}
