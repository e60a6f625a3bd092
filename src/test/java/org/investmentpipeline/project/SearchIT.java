package org.investmentpipeline.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.patch;
import static org.investmentpipeline.support.Projects.register;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Projects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search {@code q} finds the same on both databases, by code, name and investor. */
@QuarkusTest
class SearchIT {
    @ParameterizedTest(name = "{1} finds {0}: {2}")
    @CsvSource({
        "İstanbul, istanbul, true",
        "İstanbul, İSTANBUL, true",
        "İstanbul, ISTANBUL, true",
        "istanbul, İstanbul, true",
        "ISPARTA, ısparta, true",
        "Iğdır, IĞDIR, true",
        "Straße, STRASSE, true",
        "Strasse, straße, true",
        "STRAẞE, straße, true",
        "ΟΔΟΣ, οδος, true",
        "Οδος Αθηνών, ΟΔΟΣ ΑΘ, true",
        "ＡＢＣ工程, abc工程, true",
        "abc工程, ＡＢＣ, true",
        "㈱東京, (株)東京, true",
        "Škoda, ŠKODA, true",
        "Škoda, skoda, false",
        "ПАРК, парк, true",
        "𐐀𐐁, 𐐨𐐩, true",
        "a_b, a%b, false",
        "a\\b, A\\B, true",
        "50%!, 50%!, true",
        "50x, 50%, false"
    })
    void aTextIsFoundInWhateverLetters(String written, String searched, boolean found) {
        var mark = Fixtures.code("q");
        var byName = register("name", mark + written);
        var byInvestor = register("name", "投资方", "investor", object("name", mark + written));

        var ids = given().queryParam("q", mark + searched)
                .get(Projects.PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", Long.class);

        assertEquals(found ? List.of(byName, byInvestor) : List.of(), ids);
    }

    @Test
    void aCodeIsFoundInWhateverLetters() {
        var code = Fixtures.code("Straße");
        var id = register("code", code);

        assertFound(code.replace("ß", "SS"), id);
    }

    @Test
    void anotherNameAndAnotherCodeAreFoundAndTheFormerOnesAreNot() {
        var former = Fixtures.code("vorher");
        var later = Fixtures.code("NACHHER-İ");
        var id = register("name", former);

        patch(id, object("name", later)).statusCode(200);
        assertFound(later.replace("NACHHER-İ", "nachher-i"), id);
        assertNotFound(former);

        var code = Fixtures.code("CODE-ẞ");
        patch(id, object("code", code)).statusCode(200);
        assertFound(code.replace("CODE-ẞ", "code-ss"), id);
        assertFound(later, id);
    }

    @Test
    void noQueryIsFoundAcrossCodeAndName() {
        var code = Fixtures.code("across");
        register("code", code, "name", "beyond");

        assertNotFound(code + "beyond");
        assertNotFound(code + "\nbeyond");
        assertNotFound(code + " beyond");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\uFEFF", "\u3164\u200D", " ", "\u3000\u2800"})
    void aQueryThatShowsNothingIsRefused(String q) {
        given().queryParam("q", q).get(Projects.PATH).then().statusCode(400).body("violations[0].field", equalTo("q"));
    }

    private static void assertFound(String q, long id) {
        given().queryParam("q", q).get(Projects.PATH).then().statusCode(200).body("items.id", containsInAnyOrder((int)
                id));
    }

    private static void assertNotFound(String q) {
        given().queryParam("q", q).get(Projects.PATH).then().statusCode(200).body("items.size()", equalTo(0));
    }
}
