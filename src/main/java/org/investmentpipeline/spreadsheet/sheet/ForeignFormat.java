package org.investmentpipeline.spreadsheet.sheet;

import org.investmentpipeline.problem.LocalizedText;

/** File formats that are not read, each with the advice to get a file that is. */
enum ForeignFormat {
    OLD_WORKBOOK("an old Excel workbook (.xls)", "旧版 Excel 工作簿（.xls）", Advice.SAVE),
    ENCRYPTED("a workbook with a password", "带密码的加密工作簿", Advice.WITHOUT_PASSWORD),
    OLD_OR_ENCRYPTED("an old (.xls) or password-protected workbook", "旧版（.xls）或加密的工作簿", Advice.WITHOUT_PASSWORD),
    BINARY_WORKBOOK("a binary Excel workbook (.xlsb)", "二进制 Excel 工作簿（.xlsb）", Advice.SAVE),
    SPREADSHEET_ML(
            "an XML spreadsheet of Excel 2003, which is often named .xls",
            " Excel 2003 的 XML 表格（常以 .xls 为名）",
            Advice.SAVE),
    OPEN_DOCUMENT("an OpenDocument spreadsheet (.ods)", " OpenDocument 表格（.ods）", Advice.SAVE),
    NUMBERS("an Apple Numbers document", " Apple Numbers 文档", Advice.EXPORT),
    WEB_PAGE("a web page (HTML), which is often named .xls", "网页（HTML，常以 .xls 为名）", Advice.SAVE),
    WEB_ARCHIVE("a web archive (MHT), which is often named .xls", "网页存档（MHT，常以 .xls 为名）", Advice.SAVE),
    SYMBOLIC_LINK("an old table in SYLK or DIF format", "旧式表格（SYLK 或 DIF）", Advice.SAVE),
    WORD("a Word document", " Word 文档", Advice.COPY),
    PRESENTATION("a presentation", "演示文稿", Advice.COPY),
    OTHER_OPEN_DOCUMENT("an OpenDocument file that is no spreadsheet", "非表格的 OpenDocument 文件", Advice.COPY),
    RICH_TEXT("a rich text document (.rtf)", " RTF 文档", Advice.COPY),
    PDF("a PDF", " PDF 文件", Advice.ORIGINAL),
    IMAGE("an image", "图片", Advice.ORIGINAL),
    XML("an XML file that is no workbook", " XML 文件，不是工作簿", Advice.ORIGINAL),
    DATABASE("a database file", "数据库文件", Advice.ORIGINAL),
    ZIP_OF_FILES("an archive (.zip) of files", "压缩包（.zip）", Advice.UNPACK),
    ARCHIVE("a compressed archive", "压缩包", Advice.UNPACK);

    private final String en;
    private final String zh;
    private final Advice advice;

    private enum Advice {
        SAVE("open it in Excel or WPS and save it as .xlsx", "请用 Excel 或 WPS 打开后另存为 .xlsx"),
        WITHOUT_PASSWORD("open it and save it as .xlsx without a password", "请打开后另存为不带密码的 .xlsx"),
        EXPORT("export it as .xlsx", "请导出为 .xlsx"),
        COPY("copy its table into a workbook and save it as .xlsx", "请把其中的表格复制到工作簿，另存为 .xlsx"),
        ORIGINAL("send the ledger it was made from, as .xlsx or CSV", "请提供原始台账（.xlsx 或 CSV）"),
        UNPACK("unpack it and send each workbook or CSV alone", "请解压后逐个提交其中的工作簿或 CSV");

        private final String en;
        private final String zh;

        Advice(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }
    }

    ForeignFormat(String en, String zh, Advice advice) {
        this.en = en;
        this.zh = zh;
        this.advice = advice;
    }

    LocalizedText refusal() {
        return LocalizedText.of(
                "This is " + en + ", not an .xlsx workbook or CSV; " + advice.en + ".",
                "这是" + zh + "，不是 .xlsx 工作簿或 CSV；" + advice.zh + "。");
    }
}
