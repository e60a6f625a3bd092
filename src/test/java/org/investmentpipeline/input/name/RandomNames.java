package org.investmentpipeline.input.name;

import java.util.List;
import java.util.Random;

/** Names of all kinds of characters. */
final class RandomNames {
    private static final List<String> PARTS = List.of(
            "项目",
            "安徽",
            "重庆",
            "润平",
            "（",
            "）",
            "【",
            "】",
            "(",
            ")",
            " ",
            "\u3000",
            "·",
            "-",
            "A",
            "a",
            "Ｂ",
            "é",
            "e\u0301",
            "ß",
            "İ",
            "ı",
            "1",
            "2",
            "10",
            "002",
            "９",
            "㐀",
            "龘",
            "𠮷",
            "𪚥",
            "😀",
            "👨\u200D👩\u200D👧",
            "🇨🇳",
            "ｶﾞ",
            "カ",
            "㈱",
            "①",
            "ﬁ",
            "\u200B",
            "\uFEFF",
            "\uDB40\uDD00",
            "한",
            "ᄒ",
            "ᅡ",
            "\u0301",
            "\u0345",
            "µ",
            "Σ",
            "ς",
            "้",
            "´");

    private RandomNames() {}

    /** A name of at most so many characters. */
    static String any(Random random, int longest) {
        var name = new StringBuilder();
        var length = 1 + random.nextInt(random.nextInt(20) == 0 ? longest : 12);
        while (name.codePointCount(0, name.length()) < length) {
            name.append(random.nextInt(4) == 0 ? character(random) : PARTS.get(random.nextInt(PARTS.size())));
        }
        return name.substring(0, name.offsetByCodePoints(0, length));
    }

    private static String character(Random random) {
        while (true) {
            var character = random.nextInt(random.nextBoolean() ? 0x3_0000 : 0x1_0000);
            if (Character.isDefined(character) && Character.getType(character) != Character.SURROGATE) {
                return Character.toString(character);
            }
        }
    }

    /** The same name with other blanks and brackets. */
    static String respelled(Random random, String name) {
        var other = new StringBuilder();
        name.codePoints().forEach(character -> {
            switch (character) {
                case '(', '（', '【' -> other.append(random.nextBoolean() ? "〔" : "[");
                case ')', '）', '】' -> other.append(random.nextBoolean() ? "〕" : "]");
                case ' ' -> other.append(random.nextBoolean() ? "" : "\u00A0\u200B");
                default -> other.appendCodePoint(character);
            }
        });
        return other.append(random.nextBoolean() ? " " : "").toString();
    }
}
