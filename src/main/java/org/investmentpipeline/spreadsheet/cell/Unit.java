package org.investmentpipeline.spreadsheet.cell;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The unit in words such as {@code 亿元}, {@code 万美元} or {@code CAD million}.
 *
 * @param magnitude the value of 1; null when the words only name a currency
 * @param currency ISO 4217; null when they name none, as 万元 does, which leaves the currency to the sheet
 * @param coin whether they name a coin, as 元 and 美元 do but USD does not
 */
public record Unit(@Nullable BigDecimal magnitude, @Nullable String currency, boolean coin) {

    /** No unit. */
    public static final Unit NONE = new Unit(null, null, false);

    private static final Map<String, BigDecimal> MAGNITUDES = new HashMap<>();
    private static final Map<String, String> CURRENCIES = new HashMap<>();
    private static final Set<String> COINS = Set.of("元", "圆", "yuan");
    private static final Set<String> FILLERS =
            Set.of(" ", "(", ")", "[", "]", "【", "】", ":", ",", "/", "、", "单位", "计", "in ", "of ", "约合");
    private static final List<String> TOKENS;

    static {
        magnitude(0, "units");
        magnitude(3, "千", "thousand", "k", "'000");
        magnitude(4, "万");
        magnitude(5, "十万");
        magnitude(6, "百万", "million", "millions", "mn", "mln", "mio", "m");
        magnitude(7, "千万");
        magnitude(8, "亿", "hundred million");
        magnitude(9, "十亿", "billion", "billions", "bn");
        magnitude(10, "百亿");
        magnitude(11, "千亿");
        magnitude(12, "万亿");
        Currency.getAvailableCurrencies().stream()
                .filter(c -> c.getDefaultFractionDigits() >= 0)
                .forEach(c -> currency(c.getCurrencyCode(), c.getCurrencyCode()));
        currency("CNY", "人民币", "rmb");
        currency("USD", "美元", "美金", "us$", "us dollars", "dollars");
        currency("EUR", "欧元", "euro", "euros");
        currency("HKD", "港元", "港币", "hk$");
        currency("JPY", "日元", "日币", "yen");
        currency("GBP", "英镑", "pounds");
        currency("CAD", "加元", "加拿大元", "加币", "c$", "ca$");
        currency("AUD", "澳元", "澳大利亚元", "a$");
        currency("SGD", "新加坡元", "新元", "新币", "s$");
        currency("KRW", "韩元", "韩币", "won");
        currency("TWD", "新台币", "台币", "nt$");
        currency("CHF", "瑞士法郎");
        currency("RUB", "卢布");
        var tokens = new HashSet<>(MAGNITUDES.keySet());
        tokens.addAll(CURRENCIES.keySet());
        tokens.addAll(COINS);
        tokens.addAll(FILLERS);
        TOKENS = tokens.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static void magnitude(int zeros, String... words) {
        for (var word : words) {
            MAGNITUDES.put(word, BigDecimal.TEN.pow(zeros));
        }
    }

    private static void currency(String code, String... words) {
        for (var word : words) {
            CURRENCIES.put(Wording.of(word), code);
        }
    }

    /** The unit in the words, null when any of them is unknown or repeated. */
    public static @Nullable Unit of(String words) {
        String rest = Wording.of(words);
        BigDecimal magnitude = null;
        String currency = null;
        boolean yuan = false;
        boolean coin = false;
        while (!rest.isEmpty()) {
            String token = next(rest);
            if (token == null) {
                return null;
            }
            rest = rest.substring(token.length());
            var size = MAGNITUDES.get(token);
            var code = CURRENCIES.get(token);
            if ((size != null && magnitude != null) || (code != null && currency != null)) {
                return null;
            }
            magnitude = size == null ? magnitude : size;
            currency = code == null ? currency : code;
            yuan |= COINS.contains(token);
            coin |= code != null && token.endsWith("元");
        }
        boolean bare = yuan && magnitude == null;
        return new Unit(bare ? BigDecimal.ONE : magnitude, currency, yuan || coin);
    }

    private static @Nullable String next(String rest) {
        for (var token : TOKENS) {
            if (rest.startsWith(token)) {
                return token;
            }
        }
        return null;
    }

    /** Whether neither magnitude nor currency is given. */
    public boolean isEmpty() {
        return magnitude == null && currency == null;
    }

    /** The ISO 4217 code of a single currency word or code, null when it is none. */
    public static @Nullable String currency(String word) {
        return CURRENCIES.get(Wording.of(word));
    }
}
