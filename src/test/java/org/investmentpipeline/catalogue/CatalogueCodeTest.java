package org.investmentpipeline.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueCodeTest {

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({
        "新能源, 新能源",
        "生物医药, 生物医药",
        "新能源（光伏）, 新能源-光伏",
        "' 高端装备 ', 高端装备",
        "电子信息/软件, 电子信息-软件",
        "ＡＩ产业, ai产业",
        "New Energy, new-energy",
        "Food & Beverage, food-beverage",
        "Northern British Columbia, northern-british-columbia",
        "Vancouver Island/Coast, vancouver-island-coast",
        "Mines -- Coal, mines-coal",
        "'(Other)', other",
        "Québec, québec",
        "Liquefied Natural Gas (LNG), liquefied-natural-gas-lng",
        "5G, 5g",
        "'—', ''",
        "'', ''"
    })
    void letters_and_digits_stay_and_everything_between_becomes_a_hyphen(String name, String code) {
        assertEquals(code, Catalogue.codeOf(name));
    }

    @Test
    void names_that_look_alike_have_one_code() {
        assertEquals(Catalogue.codeOf("新能源(光伏)"), Catalogue.codeOf("新能源（光伏）"));
        assertEquals(Catalogue.codeOf("Que\u0301bec"), Catalogue.codeOf("Qu\u00e9bec"));
    }

    @Test
    void a_code_made_again_of_itself_stays() {
        var code = Catalogue.codeOf("Food & Beverage（食品）");

        assertEquals(code, Catalogue.codeOf(code));
    }

    @Test
    void a_code_has_at_most_64_characters_and_no_half_of_one() {
        assertEquals("a".repeat(64), Catalogue.codeOf("a".repeat(64)));

        assertEquals("𠮷".repeat(64), Catalogue.codeOf("𠮷".repeat(65)));
    }
}
