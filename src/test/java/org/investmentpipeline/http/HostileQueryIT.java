package org.investmentpipeline.http;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.investmentpipeline.support.Wire;

/** Queries that ask for too much, for what there is not, or with another list's cursor. */
@QuarkusTest
class HostileQueryIT extends HostileRequests {
    static Stream<Hostile> requests() {
        return Stream.of(parameters(), values(), figures(), cursors()).flatMap(all -> all);
    }

    private static Stream<Hostile> parameters() {
        return each(
                query -> get("projects", query),
                "400 colour=red",
                "400 __proto__=1",
                "400 LIMIT=1",
                "400 =1",
                "400 ?",
                "400 limit[]=5",
                "400 limit",
                "400 limit=",
                "400 limit=0",
                "400 limit=501",
                "400 %6Cimit=501",
                "400 limit=-1",
                "400 limit=%EF%BC%95",
                "400 limit=%00",
                "400 limit=1&limit=1",
                "400 limit=2147483648",
                "400 limit=1000000000000",
                "400 q=a&q=b",
                "400 q=" + "x".repeat(201),
                "400 q=" + "%F0%9F%98%80".repeat(201),
                "400 q=%E2%80%8B",
                "400 q=%EF%BB%BF%E3%85%A4",
                "400 q=a%07",
                "400 q=%C2%85",
                "400 q=a%E2%80%AEb",
                "400 q=a%E2%81%A6b",
                "400 q=%EF%BF%BF",
                "400 count=TRUE",
                "400 " + "a=1&".repeat(900) + "a=1",
                "400 " + "x".repeat(3_500) + "=1",
                "400 " + "stage=SIGNED&".repeat(200) + "stage=SIGNED",
                "400 " + "size=x&".repeat(500) + "size=x",
                "400 " + "investor=1&".repeat(300) + "investor=1",
                "400 " + "zone=z&".repeat(150) + "zone=z");
    }

    private static Stream<Hostile> values() {
        return each(
                query -> get("projects", query),
                "400 sort=colour",
                "400 sort=name,name",
                "400 sort=--name",
                "400 sort=project",
                "400 sort=-project",
                "400 sort=stage",
                "400 sort=name,project",
                "400 sort=PROJECT",
                "400 sort=-",
                "400 sort=,",
                "400 sort=%00",
                "400 sort=name%20desc",
                "400 sort=(1)",
                "400 sort=" + "name,".repeat(500),
                "400 asOf=0000-00-00",
                "400 asOf=9999-12-31",
                "400 asOf=2023-02-30",
                "400 asOf=-2023-06-30",
                "400 asOf=2023-06-30T00:00:00Z",
                "400 asOf=%EF%BC%92023-06-30",
                "400 knownAt=-999999999-01-01T00:00:00Z",
                "400 knownAt=%2B1000000000-01-01T00:00:00Z",
                "400 minInvestment=NaN",
                "400 minInvestment=Infinity",
                "400 minInvestment=1e400",
                "400 minInvestment=9999999999999999999",
                "400 investor=9223372036854775807",
                "400 investor=1%20or%201=1",
                "400 stage=SIGNED'--",
                "400 zone=%25",
                "400 sector=_");
    }

    private static Stream<Hostile> figures() {
        return each(
                query -> get("flows", query),
                "400 period=0000",
                "400 period=9999",
                "400 period=%00",
                "400 period=2023-02-30..2023-03-01",
                "400 period=0000-00-00..9999-12-31",
                "400 period=1900-01-01..2999-12-31&interval=week",
                "400 period=2023&by=" + "stage,".repeat(300),
                "400 period=2023&by=" + "x".repeat(3_000),
                "400 period=2023&compare=");
    }

    private static Stream<Hostile> cursors() {
        return each(
                cursor -> get("projects", "cursor=" + (cursor.equals("of sectors") ? ofSectors() : cursor)),
                "400 ",
                "400 AAAA",
                "400 ../..",
                "400 %00",
                "400 " + "A".repeat(190),
                "400 " + "A".repeat(3_000),
                "400 of sectors",
                "400 " + forged("x", "2023-06-30", "2023-06-30T00:00:00Z", "1"),
                "400 " + forged("", "9999-99-99", "never", "1"),
                "400 " + forged("0", "2023-06-30", "2999-01-01T00:00:00Z", "' or 1=1"));
    }

    private static String ofSectors() {
        return given().get("/api/v1/sectors?limit=1").path("next");
    }

    private static String forged(String... values) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\0", values).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] get(String path, String query) {
        return Wire.request("GET /api/v1/" + path + "?" + query + " HTTP/1.1", "", NOTHING);
    }
}
