package org.investmentpipeline.spreadsheet.row;

import java.util.regex.Pattern;
import org.investmentpipeline.spreadsheet.cell.Wording;

/** The words by which rows that are no projects are known, in their simplified and small form without blanks. */
final class RowWords {

    /** A longer text is a name or a description. */
    private static final int LONGEST_TOTAL = 60;
    /** As much of a long text as is looked at. */
    private static final int LONGEST_READ = 200;

    private static final String NUMERAL = "[一二三四五六七八九十百两]";
    private static final String SUM = "(?:小计|合计|总计|共计|累计|页计|总合计)";
    /** At the end, alone with a word for what is summed, or before a count, a sum or a mark; 合计检测仪器生产项目 is a project. */
    private static final Pattern TOTAL = Pattern.compile(".*" + SUM + "[)]*"
            + "|" + SUM + "(?:签约|投资|完成|项目|金额|资金|面积|用地|人数|就业|数|额)*"
            + "|" + SUM + "(?!.*(?:项目|工程|生产线)$).*(?:片区|新区|县|市|镇|乡|街道|产业|行业|类|局)"
            + "|.*" + SUM + "(?:[:,;、，(]|\\d|" + NUMERAL + "+[个项家]|(?:签约|投资|完成|项目|金额)?(?:数|额|总额)?[\\d:(]).*"
            + "|共(?:有)?(?:\\d+|" + NUMERAL + "+)[个项家]项目.*");

    private static final Pattern ENGLISH_TOTAL = Pattern.compile(
            "(?:grand |sub-? ?|page |overall |running )?totals?(?: ?[:(\\d].*| (?:of|for|in) .*)?|(?!.* (?:of|by|for|from|with) totals?:?$).* (?:sub-?)?totals?:?");
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:\\(" + NUMERAL + "+\\)|" + NUMERAL + "+[、.,:]|第" + NUMERAL + "+(?:部分|类|批|组|章)|[ivx]+[、.]).*");
    private static final Pattern COUNTED = Pattern.compile(
            "(?:.*(?:项目|类|业|区)|" + NUMERAL + "+[、.].*|\\(" + NUMERAL + "+\\).*)\\((?:共|计)?\\d+[个项家](?:项目)?\\)");
    private static final Pattern COUNT = Pattern.compile("(?:共|计|共有)?\\d+(?:个|家|户|项|个项目|家企业)|截[至止].*");
    private static final Pattern REMARK =
            Pattern.compile("(?:注|备注|附注|说明|填表说明|填报说明|数据来源|资料来源|统计口径|note|notes|source|remarks?)(?:[\\d(]*[):：.、;]|$).*"
                    + "|注" + NUMERAL + "?[:：.、].*"
                    + "|(?:填报|填表|制表|制作|编制|审核|复核|统计|报送|上报|打印|负责|联系)(?:人|单位|部门|日期|时间|说明|电话|负责人)+[:：].*"
                    + "|(?:单位)?(?:负责人|联系人|联系电话|主要领导)[:：].*|(?:填报|填表|制表|审核)(?:人|单位|日期|时间|说明).*"
                    + "|(?:单位|金额单位|计量单位|截止日期|截至日期|截止时间)[:：].*|第\\d+页.*|page ?\\d+.*");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d,.]+(?:%|万元|亿元|元|个|亩|人)?");

    private RowWords() {}

    static boolean isTotal(String text) {
        return isShort(text)
                && (TOTAL.matcher(joined(text)).matches()
                        || ENGLISH_TOTAL.matcher(Wording.of(text)).matches());
    }

    static boolean isNumbered(String text) {
        return NUMBERED.matcher(joined(text)).matches();
    }

    /** Whether a title counts the rows below it. */
    static boolean isCounted(String text) {
        return isShort(text) && COUNTED.matcher(joined(text)).matches();
    }

    static boolean isCount(String text) {
        return isShort(text) && COUNT.matcher(joined(text)).matches();
    }

    static boolean isRemark(String text) {
        return REMARK.matcher(joined(text)).matches();
    }

    static boolean isNumber(String text) {
        return Wording.isPlaceholder(text) || NUMBER.matcher(joined(text)).matches();
    }

    private static boolean isShort(String text) {
        return text.length() <= LONGEST_TOTAL;
    }

    private static String joined(String text) {
        return Wording.of(text.length() <= LONGEST_READ ? text : text.substring(0, LONGEST_READ))
                .replace(" ", "");
    }
}
