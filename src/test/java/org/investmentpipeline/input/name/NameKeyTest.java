package org.investmentpipeline.input.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "安徽润平（中国）有限公司, 安徽润平(中国)有限公司",
        "安徽润平【中国】有限公司, 安徽润平﹝中国﹞有限公司",
        "润平 CMP 项目, 润平cmp项目",
        "润平　ＣＭＰ项目, 润平CMP项目",
        "润平\u200BCMP\uFEFF项目, 润平CMP项目",
        "润平\u2800CMP\u00AD项目, 润平CMP项目",
        "项目①, 项目1",
        "Straße, STRASSE",
        "e\u0301toile, Étoile",
        "ﾊﾞｲｵ, バイオ",
        "葛\uDB40\uDD00城, 葛城"
    })
    void oneNameInDifferentSpellingsHasOneKey(String one, String other) {
        assertEquals(NameKey.of(one), NameKey.of(other));
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({"项目（2期）, 项目2期", "项目1, 项目2", "项目01, 项目1", "润平·中国, 润平中国", "A-B, AB", "Etoile, Étoile", "国, 國"})
    void otherNamesHaveOtherKeys(String one, String other) {
        assertNotEquals(NameKey.of(one), NameKey.of(other));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aKeyIsItsOwnKeyAndHasRoom(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 5_000; i++) {
            var name = RandomNames.any(random, 200);

            var key = NameKey.of(name);

            assertEquals(key, NameKey.of(key), name);
            assertTrue(key.length() <= 400, name);
            assertEquals(key, NameKey.of(RandomNames.respelled(random, name)), name);
        }
    }

    @Test
    void longKeysDifferAsTheirNamesDo() {
        var expanded = "\uFDFA".repeat(199);

        assertEquals(400, NameKey.of(expanded + "a").length());
        assertEquals(NameKey.of(expanded + "a"), NameKey.of(expanded + "Ａ"));
        assertNotEquals(NameKey.of(expanded + "a"), NameKey.of(expanded + "b"));
        assertEquals(400, NameKey.of("😀".repeat(200)).length());
        assertEquals(399, NameKey.of("a" + "😀".repeat(200)).length());
    }
}
