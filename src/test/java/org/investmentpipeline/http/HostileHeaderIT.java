package org.investmentpipeline.http;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.investmentpipeline.support.Projects;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.Wire;

/** Headers that mislead: who asks, what is sent, what is wanted. */
@QuarkusTest
class HostileHeaderIT extends HostileRequests {
    private static final String GET = "GET /api/v1/projects HTTP/1.1";
    private static final String DRAFT = "{\"name\":\"敌意\"}";

    static Stream<Hostile> requests() {
        return Stream.of(callers(), signIns(), newPasswords(), frames(), types(), wishes(), keys(), tags())
                .flatMap(all -> all);
    }

    private static Stream<Hostile> callers() {
        return each(
                header -> Wire.plain(GET, "Host: x\r\n" + header + "\r\n", NOTHING),
                "401 X-User: admin",
                "401 Cookie: token={token}",
                "401 Proxy-Authorization: Bearer {token}",
                "401 X-Forwarded-User: admin",
                "401 Authorization: ",
                "401 Authorization: Bearer",
                "401 Authorization: Bearer ",
                "401 Authorization: Bearer x",
                "401 Authorization: {token}",
                "401 Authorization: Token {token}",
                "401 Authorization: Bearer {token}x",
                "401 Authorization: Bearer {token} {token}",
                "401 Authorization: Bearer {token},{token}",
                "401 Authorization: Bearer \"{token}\"",
                "401 Authorization: Bearer\t{token}",
                "401 Authorization: Bearer {TOKEN}",
                "401 Authorization: Bearer x\r\nAuthorization: Bearer {token}",
                "401 Authorization: Bearer ' or 1=1 --",
                "401 Authorization: Bearer \u0080\u00ff",
                "401 Authorization: Bearer 令牌",
                "401 Authorization: Bearer " + "x".repeat(7_000),
                "401 Authorization: Basic",
                "401 Authorization: Basic %%%",
                "401 Authorization: " + SignedIn.basic("admin", "admin"),
                "401 Authorization: Digest username=\"admin\"",
                "401 Authorization: Negotiate YII=",
                "401 Authorization: " + "Bearer ".repeat(200));
    }

    private static Stream<Hostile> signIns() {
        return each(
                given -> Wire.plain(
                        "POST /api/v1/tokens HTTP/1.1",
                        "Host: x\r\nContent-Type: application/json\r\nContent-Length: 12\r\nAuthorization: " + given
                                + "\r\n",
                        Wire.bytes("{\"name\":\"t\"}")),
                "401 Basic",
                "401 Basic %%%%",
                "401 Basic " + base64("admin"),
                "401 Basic " + base64(":x"),
                "401 Basic " + base64("ad\0min:x"),
                "401 Basic " + base64("' or 1=1 --:x"),
                "401 Basic " + base64("admin\r\n:x"),
                "401 Basic //46eA==",
                "401 Basic " + base64("admin:") + "=",
                "401 Basic " + base64("a".repeat(5_000) + ":x"),
                "401 Basic " + base64("nobody:" + "x".repeat(300)),
                "401 Basic " + base64("Admin:" + SignedIn.PASSWORD),
                "401 Basic " + base64("аdmin:" + SignedIn.PASSWORD),
                "401 Basic " + base64("ａｄｍｉｎ:" + SignedIn.PASSWORD),
                "401 Basic " + base64("ad\u200bmin:" + SignedIn.PASSWORD),
                "401 Basic " + base64("admin\u202e:" + SignedIn.PASSWORD),
                "401 Bearer {token}",
                "401 Digest x");
    }

    /** By the first user, with the right password, which stays. */
    private static Stream<Hostile> newPasswords() {
        return each(
                password -> {
                    var body = Wire.bytes("{\"name\":\"t\",\"newPassword\":" + password + "}");
                    return Wire.plain(
                            "POST /api/v1/tokens HTTP/1.1",
                            "Host: x\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                                    + "\r\nAuthorization: " + SignedIn.basic("admin", SignedIn.PASSWORD) + "\r\n",
                            body);
                },
                "422 \"\"",
                "422 \"12345678\"",
                "422 \"            \"",
                "422 \"　　　　　　　　　　　　\"",
                "422 \"１２３４５６７８９０１２\"",
                "422 \"password1234\"",
                "422 \"ADMIN and a long sentence\"",
                "422 \"ａｄｍｉｎ and a long sentence\"",
                "422 \"" + SignedIn.PASSWORD + "\"",
                "422 \"" + "密".repeat(200) + "\"",
                "422 \"" + "x".repeat(10_000) + "\"",
                "413 \"" + "x".repeat(100_000) + "\"",
                "400 \"a long \\u0000 sentence\"",
                "400 \"a long \\ud800 sentence\"",
                "400 {}",
                "400 [\"a long sentence\"]",
                "400 12345678901");
    }

    private static Stream<Hostile> frames() {
        var caller = "Authorization: Bearer {token}\r\n";
        return each(
                header -> Wire.plain(GET, caller + header, NOTHING),
                "400 ",
                "400 Host: a\r\nHost: b\r\n",
                "400 Host: a\r\nHost: a\r\n",
                "400 Host: \r\n",
                "400 Host: a/b\r\n",
                "400 Host: a b\r\n",
                "400 Host: x\r\nTransfer-Encoding: gzip, chunked\r\n",
                "413 Host: x\r\nContent-Length: 999999999999\r\n",
                "413 Host: x\r\nContent-Length: 134217729\r\n");
    }

    private static Stream<Hostile> types() {
        return each(
                header -> post(header, DRAFT),
                "415 ",
                "415 Content-Type: \r\n",
                "415 Content-Type: json\r\n",
                "415 Content-Type: application\r\n",
                "415 Content-Type: application/\r\n",
                "415 Content-Type: /json\r\n",
                "415 Content-Type: */*\r\n",
                "415 Content-Type: application/*\r\n",
                "415 Content-Type: text/json\r\n",
                "415 Content-Type: text/html\r\n",
                "415 Content-Type: application/x-www-form-urlencoded\r\n",
                "415 Content-Type: multipart/form-data; boundary=x\r\n",
                "415 Content-Type: application/merge-patch+json\r\n",
                "415 Content-Type: application/problem+json\r\n",
                "415 Content-Type: application/json, text/plain\r\n",
                "415 Content-Type: application/json\r\nContent-Type: text/plain\r\n",
                "415 Content-Type: application/json\r\nContent-Type: application/json\r\n",
                "415 Content-Type: application/json; charset=utf-16\r\n",
                "415 Content-Type: application/json; charset=iso-8859-1\r\n",
                "415 Content-Type: application/json; charset=utf-7\r\n",
                "415 Content-Type: application/json; charset=klingon\r\n",
                "415 Content-Type: application/json; charset=\"\"\r\n",
                "415 Content-Type: application/json; charset=utf-8; charset=utf-16\r\n",
                "415 Content-Type: application/json;" + "a=b;".repeat(1_000) + "\r\n",
                "415 Content-Type: application/json\r\nContent-Encoding: gzip\r\n",
                "415 Content-Type: application/json\r\nContent-Encoding: deflate, gzip\r\n",
                "415 Content-Type: application/json\r\nContent-Encoding: identity\r\nContent-Encoding: br\r\n");
    }

    private static Stream<Hostile> wishes() {
        return each(
                accept -> Wire.request(GET, "Accept: " + accept + "\r\n", NOTHING),
                "406 garbage",
                "406 */",
                "406 ;q=1",
                "406 text/html",
                "406 application/xml",
                "406 application/problem+json",
                "406 " + "a/b,".repeat(1_400) + "a/b");
    }

    private static Stream<Hostile> keys() {
        return each(
                key -> post("Content-Type: application/json\r\nIdempotency-Key: " + key + "\r\n", DRAFT),
                "400 ",
                "400 a b",
                "400 a\tb",
                "400 é",
                "400 能",
                "400 \u0080",
                "400 one\r\nIdempotency-Key: two",
                "400 one\r\nIdempotency-Key: one",
                "400 " + "x".repeat(256),
                "400 " + "x".repeat(6_000));
    }

    private static Stream<Hostile> tags() {
        return each(
                tag -> Wire.request(
                        "PATCH " + Projects.PATH + "/" + project() + " HTTP/1.1",
                        "Content-Type: application/merge-patch+json\r\nContent-Length: 12\r\nIf-Match: " + tag + "\r\n",
                        Wire.bytes("{\"name\":\"z\"}")),
                "428 ",
                "400 garbage",
                "400 \"",
                "412 \"\"",
                "412 \"x\"",
                "412 W/\"0\"",
                "412 W/\"0\", W/\"1\"",
                "412 \"9\", W/\"0\"",
                "412 \"9\"\r\nIf-Match: W/\"0\"",
                "400 \"9\"\r\nIf-Match: garbage",
                "400 w/\"0\"",
                "400 W/0",
                "400 \"9\" \"0\"",
                "400 *, \"0\"",
                "400 0",
                "412 \"99999999999999999999\"",
                "400 \"0",
                "400 *,*",
                "400 ' or 1=1",
                "400 \"0\" ; drop table project",
                "400 能",
                "400 " + "x".repeat(300),
                "400 " + "\"9\",".repeat(1_500));
    }

    private static byte[] post(String headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return Wire.request(
                "POST " + Projects.PATH + " HTTP/1.1", headers + "Content-Length: " + bytes.length + "\r\n", bytes);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
