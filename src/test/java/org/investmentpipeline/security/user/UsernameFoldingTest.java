package org.investmentpipeline.security.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsernameFoldingTest {

    @ParameterizedTest
    @CsvSource({
        "admin, Admin",
        "admin, ADMIN",
        "admin, аdmin",
        "admin, аdmіn",
        "admin, ａｄｍｉｎ",
        "admin, adrnin",
        "li0, lio",
        "li0, LIO",
        "zhang1, zhangl",
        "zhang1, zhangI",
        "straße, STRASSE",
        "王丽, 王丽",
    })
    void namesThatLookAlikeFoldToOne(String first, String second) {
        assertEquals(UsernameFolding.fold(first), UsernameFolding.fold(second));
    }

    @ParameterizedTest
    @CsvSource({"王丽, 王莉", "wang.li, wangli", "wang.li, wang_li", "a1, a2", "李, 季"})
    void namesThatDifferStayTwo(String first, String second) {
        assertNotEquals(UsernameFolding.fold(first), UsernameFolding.fold(second));
    }

    @Test
    void aFoldedNameFitsItsColumn() {
        assertTrue(UsernameFolding.fold("ﷺ".repeat(64)).length() <= 200);
        assertTrue(UsernameFolding.fold("m".repeat(64)).length() <= 200);
    }
}
