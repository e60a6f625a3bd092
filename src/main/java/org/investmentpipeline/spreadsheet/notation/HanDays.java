package org.investmentpipeline.spreadsheet.notation;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Days in Chinese numerals, such as 二〇二三年六月二十八日, with digits in their place. */
public final class HanDays {

    private static final String DIGITS = "零一二三四五六七八九";
    /** The zero is also written as a circle or a letter. */
    private static final Pattern YEAR = Pattern.compile("(?=[^年]*[一二三四五六七八九])[〇○零oо0-9一二三四五六七八九]{4}(?=年)");

    private static final Pattern MONTH = Pattern.compile("(?<=年 ?)(?:十[一二]?|[一二三四五六七八九元])(?=月)");
    private static final Pattern DAY = Pattern.compile("(?<=月 ?)(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[日号])");

    private HanDays() {}

    public static String digits(String text) {
        if (text.indexOf('年') < 0) {
            return text;
        }
        String year = YEAR.matcher(text).replaceAll(found -> year(found.group()));
        String month = MONTH.matcher(year).replaceAll(HanDays::number);
        return DAY.matcher(month).replaceAll(HanDays::number);
    }

    private static String year(String written) {
        var year = new StringBuilder();
        for (char c : written.toCharArray()) {
            int digit = DIGITS.indexOf(c);
            year.append(Character.isDigit(c) ? c : (char) ('0' + Math.max(0, digit)));
        }
        return year.toString();
    }

    /** Up to 39; 元月 is January. */
    private static String number(MatchResult found) {
        String written = found.group().replace('元', '一');
        int ten = written.indexOf('十');
        if (ten < 0) {
            return String.valueOf(DIGITS.indexOf(written));
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(written.charAt(0));
        int ones = ten + 1 == written.length() ? 0 : DIGITS.indexOf(written.charAt(ten + 1));
        return String.valueOf(10 * tens + ones);
    }
}
