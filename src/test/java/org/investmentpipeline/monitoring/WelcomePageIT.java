package org.investmentpipeline.monitoring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.support.Users.stranger;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.investmentpipeline.support.SignedIn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page at the root: open to everybody, in two languages, safe, and all of its links lead somewhere. */
@Tag("edge")
@QuarkusTest
class WelcomePageIT {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN,zh;q=0.9,en;q=0.8 | zh | 服务正在运行",
                "en-GB,en;q=0.9 | en | The service is running",
                "de | en | The service is running",
                "'' | en | The service is running"
            })
    void itSpeaksTheLanguageOfItsReader(String wanted, String language, String sentence) {
        stranger()
                .header("Accept", BROWSER)
                .header("Accept-Language", wanted)
                .get("/")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/html;charset=UTF-8"))
                .header("Content-Language", equalTo(language))
                .header("Vary", equalTo("Accept, Accept-Language"))
                .body(containsString("lang=\"" + language + "\""))
                .body(containsString(sentence))
                .body(containsString("admin-password.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void nothingInItRunsOrComesFromElsewhere(String language) throws Exception {
        var answer = stranger().header("Accept-Language", language).get("/");
        var html = answer.asString();
        var policy = answer.header("Content-Security-Policy");

        assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertFalse(Pattern.compile("<script|javascript:|\\son\\w+=|\\sstyle=")
                .matcher(html)
                .find());
        var style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertTrue(policy.contains(Base64.getEncoder().encodeToString(digest)), "the style is the one that is allowed");
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void allLinksLeadSomewhere(String language) {
        var html = stranger().header("Accept-Language", language).get("/").asString();
        var links = links(html).toList();

        assertTrue(links.contains("/q/swagger-ui/") && links.contains("/q/openapi") && links.contains("#walk"));
        for (var link : links) {
            if (link.startsWith("#")) {
                assertTrue(html.contains("id=\"" + link.substring(1) + "\""), link);
            } else if (!link.startsWith("data:")) {
                assertEquals(200, stranger().get(link).statusCode(), link);
            }
        }
    }

    private static Stream<String> links(String html) {
        return Pattern.compile("(?:href|src)=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(link -> link.group(1));
    }

    @Test
    void headAnswersWithoutTheBody() {
        var length = stranger().get("/").asByteArray().length;

        var head = stranger().head("/");

        assertEquals(200, head.statusCode());
        assertEquals(Integer.toString(length), head.header("Content-Length"));
    }

    @Test
    void aRepeatWithItsTagIsNotSentAgain() {
        var tag = stranger().get("/").header("ETag");

        stranger().header("If-None-Match", tag).get("/").then().statusCode(304);
        stranger()
                .header("If-None-Match", tag)
                .header("Accept-Language", "zh")
                .get("/")
                .then()
                .statusCode(200);
    }

    @Test
    void aProgramThatWantsJsonGetsAProblem() {
        stranger()
                .header("Accept", "application/json")
                .get("/")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void anotherMethodOpensNothing() {
        assertEquals(401, stranger().post("/").statusCode());
        given().header("Authorization", SignedIn.bearer(RestAssured.port))
                .post("/")
                .then()
                .statusCode(403);
    }
}
