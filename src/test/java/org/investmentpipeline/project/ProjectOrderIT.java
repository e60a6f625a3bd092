package org.investmentpipeline.project;

import static org.hamcrest.Matchers.contains;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.asked;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.delete;
import static org.investmentpipeline.support.Projects.draft;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.list;
import static org.investmentpipeline.support.Projects.move;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.patch;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.investmentpipeline.support.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of a list, and its pages: by key, to the end, of one moment of knowledge. */
@QuarkusTest
class ProjectOrderIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "-id",
                "code",
                "-code",
                "name",
                "-name",
                "investment",
                "-investment",
                "-investment,name",
                "name,-investment",
                "-name,investment,-id",
                "investment,-code",
                "-name,-investment,code"
            })
    void allPagesTogetherAreTheSortedList(String sort) {
        var query = "zone=" + sevenProjects() + "&sort=" + sort;

        var whole = items(page(query + "&limit=500"));

        assertEquals(7, whole.size());
        assertEquals(whole.stream().sorted(order(sort)).map(ProjectOrderIT::id).toList(), ids(whole));
        for (var limit : List.of(1, 2, 3, 6, 7)) {
            assertEquals(ids(whole), ids(pages(query + "&limit=" + limit)), "limit " + limit);
        }
    }

    /** As long as they may be, and each character of three bytes. */
    @Test
    void pagesGoOnBehindTheLongestNames() {
        var zone = zone();
        var names = IntStream.range(0, 3).mapToObj(i -> i + "长".repeat(199)).toList();
        names.forEach(name -> register("zone", zone, "name", name, "code", code("项".repeat(20))));

        var found = pages("zone=" + zone + "&sort=name,code&limit=1");

        assertEquals(
                names, found.stream().map(item -> item.path("name").asText()).toList());
    }

    @Test
    void withoutAnOrderProjectsStandAsTheyCame() {
        var zone = sevenProjects();

        var ids = ids(items(page("zone=" + zone)));

        assertEquals(ids.stream().sorted().toList(), ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-investment", "id", "name,-investment", "code"})
    void pagesStayOneListWhileProjectsChange(String sort) {
        var zone = sevenProjects();
        var query = "zone=" + zone + "&sort=" + sort;
        var before = ids(items(page(query)));
        var first = page(query + "&limit=2");

        patch(before.get(6), object("investment", cny("90000000000"))).statusCode(200);
        patch(before.get(0), object("investment", cny("1"))).statusCode(200);
        patch(before.get(4), object("zone", null)).statusCode(200);
        turn(before.get(5), "status", "WITHDRAWN", "reason", "解约").statusCode(200);
        delete(before.get(3)).statusCode(204);
        register("zone", zone, "name", "aa", "code", code("0"), "investment", cny("300"));

        var paged = new ArrayList<>(items(first));
        paged.addAll(pages(query + "&limit=2&cursor=" + first.path("next").asText()));
        assertEquals(before, ids(paged));
    }

    @Test
    void entriesOfOneProjectArePagedByStage() {
        var zone = zone();
        for (var amount : List.of("5", "7")) {
            var id = register(
                    "zone", zone, "investment", cny(amount), "stages", Map.of("UNDER_NEGOTIATION", "2023-01-05"));
            move(id, "to", "COMPLETED", "on", "2023-01-05", "agreement", "FORMAL")
                    .statusCode(201);
        }
        for (var sort : List.of("id", "-id", "investment", "-investment", "name,-investment")) {
            var query = "zone=" + zone + "&period=2023-01&entered=UNDER_NEGOTIATION&entered=SIGNED"
                    + "&entered=GROUNDBREAKING&entered=COMPLETED&sort=" + sort;

            var whole = items(page(query));

            assertEquals(8, whole.size());
            assertEquals(8, whole.stream().distinct().count());
            for (var limit : List.of(1, 3, 8)) {
                assertEquals(whole, pages(query + "&limit=" + limit), sort + " by " + limit);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sort=name, sector=unknown&sort=name",
        "sort=name, sort=-name",
        "sort=name, ''",
        "stage=UNDER_NEGOTIATION, stage=SIGNED",
        "'', entered=SIGNED&period=2023-H1",
        "'', asOf=2023-06-30",
        "'', knownAt=2023-06-30T00:00:00Z"
    })
    void aCursorContinuesOnlyItsOwnList(String first, String other) {
        var zone = "zone=" + sevenProjects() + "&limit=2";
        var next = next(zone + (first.isEmpty() ? "" : "&" + first));

        asked(PATH, zone + (other.isEmpty() ? "" : "&" + other) + "&cursor=" + next)
                .then()
                .statusCode(400)
                .body("violations.field", contains("cursor"));
    }

    @Test
    void aCursorMayRepeatWhatItsListWasAsked() {
        var zone = "zone=" + sevenProjects() + "&limit=4";
        var known = knownAt();
        var query = zone + "&asOf=2999-01-01&knownAt=" + known;
        var next = next(query);

        assertEquals(3, items(page(query + "&cursor=" + next)).size());
        assertEquals(3, items(page(zone + "&cursor=" + next)).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"colour", "stage", "Name", "--name", "name,", ",", "name,name", "name,-name", "name desc", "-"})
    void anUnknownOrderIsRefused(String sort) {
        asked(PATH, "sort=" + sort).then().statusCode(400).body("violations.field", contains("sort"));
    }

    /** Three share a name, two an amount, two have none; their codes rise against their names. */
    private static String sevenProjects() {
        var zone = zone();
        var prefix = code("p");
        var names = List.of("c", "b", "b", "a", "b", "d", "e");
        var amounts = List.of("7", "300", "", "300", "99999999999", "", "2.5");
        var drafts = IntStream.range(0, names.size())
                .mapToObj(i -> draft(
                        "zone",
                        zone,
                        "code",
                        prefix + (9 - i),
                        "name",
                        names.get(i),
                        "investment",
                        amounts.get(i).isEmpty() ? null : cny(amounts.get(i))))
                .toList();
        json(Map.of("projects", drafts)).post(PATH + "/batch").then().statusCode(201);
        return zone;
    }

    /** What is asked for, and then the code after a name, or else the id, in the direction of the last word. */
    private static Comparator<JsonNode> order(String sort) {
        var words = sort.split(",", -1);
        var last = (words[words.length - 1].startsWith("-") ? "-" : "") + (sort.endsWith("name") ? "code" : "id");
        return Stream.concat(Arrays.stream(words), Stream.of(last))
                .map(word -> word.startsWith("-") ? key(word.substring(1)).reversed() : key(word))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Comparator<JsonNode> key(String name) {
        return switch (name) {
            case "id" -> Comparator.comparing(ProjectOrderIT::id);
            case "investment" -> Comparator.comparing(ProjectOrderIT::amountOf);
            default -> Comparator.comparing(item -> item.path(name).asText());
        };
    }

    private static long id(JsonNode item) {
        return item.path("id").asLong();
    }

    private static BigDecimal amountOf(JsonNode item) {
        return item.at("/investment/cny").decimalValue();
    }

    private static List<Long> ids(List<JsonNode> items) {
        return items.stream().map(ProjectOrderIT::id).toList();
    }

    private static JsonNode page(String query) {
        return Json.of(list(query).extract());
    }

    private static List<JsonNode> items(JsonNode page) {
        var items = new ArrayList<JsonNode>();
        page.path("items").forEach(items::add);
        return items;
    }

    /** The cursor of the page behind, which must be there. */
    private static String next(String query) {
        return Objects.requireNonNull(page(query).path("next").textValue());
    }

    /** All items from the page that a query asks for to the end. */
    private static List<JsonNode> pages(String query) {
        var base = query.replaceAll("&cursor=[^&]*", "");
        var page = page(query);
        var items = items(page);
        while (page.path("next").isTextual()) {
            page = page(base + "&cursor=" + page.path("next").asText());
            items.addAll(items(page));
        }
        return items;
    }
}
