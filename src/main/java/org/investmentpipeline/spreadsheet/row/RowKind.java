package org.investmentpipeline.spreadsheet.row;

/** The kinds of rows below a heading row. */
public enum RowKind {
    /** A row about one project, or one that cannot be anything else. */
    DATA,
    /** A sum over other rows, such as 小计 or 合计35个项目. */
    TOTAL,
    /** The title of the rows below, such as 一、先进制造业. */
    SECTION,
    /** A note, or the names of those who made the ledger. */
    REMARK,
    /** A row without any content in the columns that are read. */
    BLANK
}
