package org.investmentpipeline.input.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.investmentpipeline.input.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameOrderTest {

    /** Characters that have one reading by themselves have another in 重庆 and 长春. */
    @Test
    void namesAreSortedByPinyinAndNumbersByTheirValue() {
        var names = List.of(
                "（中国）润平", "12号地块", "123号地块", "阿里云", "安徽润平", "重庆啤酒", "二期", "合肥长鑫", "项目2", "项目10", "项目10a", "一期", "长春光机",
                "重工集团", "㐀", "𠮷野家", "ABC", "apple", "Apple", "Äpple", "Zebra");
        var shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, new Random(1));

        shuffled.sort(Comparator.comparing(NameOrder::of));

        assertEquals(names, shuffled);
    }

    @Test
    void namesOfOnePlaceHaveOneKey() {
        assertEquals(NameOrder.of("项目2"), NameOrder.of("项目02"));
        assertEquals(NameOrder.of("caf\u00E9"), NameOrder.of("cafe\u0301"));
        assertEquals(NameOrder.of("润\u200B平"), NameOrder.of("润平"));
    }

    /** As both databases compare texts of hexadecimal digits: character by character. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void keysCompareAsTheCollatorComparesNames(long seed) {
        var random = new Random(seed);
        var collator = Collator.getInstance(ULocale.forLanguageTag("zh-u-co-pinyin-kk-true-kn-true"));
        for (var i = 0; i < 5_000; i++) {
            var one = RandomNames.any(random, 60);
            var other = random.nextBoolean() ? RandomNames.any(random, 60) : RandomNames.respelled(random, one);

            var compared = Integer.signum(NameOrder.of(one).compareTo(NameOrder.of(other)));

            assertEquals(Integer.signum(collator.compare(one, other)), compared, one + " and " + other);
        }
    }

    /** Of the index of PostgreSQL, 2,704 bytes, the code takes up to 256. */
    @Test
    void aKeyHasRoomInTheIndex() {
        assertEquals(824, NameOrder.of("润".repeat(200)).length());
        assertTrue(NameOrder.of("😀".repeat(200)).length() < 2_000);
        assertEquals(2_000, NameOrder.of("\uFDFA".repeat(200)).length());
    }

    /**
     * Keys of these rules are stored. If this fails, as after an upgrade of ICU, raise {@link NameKeys#RULES} and write down the hash:
     * stored keys are then computed anew, and cursors and ETags of the former order are no longer accepted.
     */
    @Test
    void theKeysOfAllCharactersAreThoseOfTheRules() {
        var keys = new StringBuilder();
        IntStream.rangeClosed(0, 0x3_FFFF)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .forEach(c -> keys.append(keys(c)).append('\n'));
        for (var name : List.of("重庆", "长春", "曾氏", "单县", "项目2", "项目10", "項目一")) {
            keys.append(NameOrder.of(name)).append('\n');
        }

        assertEquals(
                "1 f2898d8bedd8b5dff65bf873cc89808b74ea6bc5edbabae8521e0d942ed7f9d8",
                NameKeys.RULES + " " + Hash.of(keys.toString()));
    }

    /** Both keys of a character; the first only of those that every Java knows since 17, which has Unicode 13. */
    private static String keys(int character) {
        var text = Character.toString(character);
        var isKnown = UCharacter.getAge(character).compareTo(VersionInfo.getInstance(13)) <= 0;
        return NameOrder.of(text) + (isKnown ? NameKey.of(text) : "");
    }
}
