package org.investmentpipeline.http;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.investmentpipeline.support.Wire;

/** Addresses, methods and versions that nobody needs. */
@QuarkusTest
class HostileAddressIT extends HostileRequests {
    static Stream<Hostile> requests() {
        return Stream.of(encodings(), paths(), ids(), methods(), options(), versions())
                .flatMap(all -> all);
    }

    private static Stream<Hostile> encodings() {
        return each(
                HostileAddressIT::get,
                "400 /api/v1/projects?q=%zz",
                "400 /api/v1/projects?q=%",
                "400 /api/v1/projects?q=%4",
                "400 /api/v1/projects?%zz=1",
                "400 /api/v1/projects/%zz",
                "400 /api/v1/projects/%",
                "400 /api/v1/projects?q=能",
                "400 /api/v1/能",
                "400 /api/v1/projects?能=1",
                "400 /api/v1/projects?q=\u00ff",
                "400 /api/v1/projects?q=%ff",
                "400 /api/v1/projects?q=%c0%af",
                "400 /api/v1/projects?q=%ed%a0%80",
                "400 /api/v1/projects?q=%f5%80%80%80",
                "400 /api/v1/projects/%ff",
                "400 /api/v1/projects/%c0%ae%c0%ae/users",
                "400 /api/v1/projects?q=%00",
                "400 /api/v1/projects?q=<script>",
                "400 /api/v1/projects?q=\"x\"",
                "400 /api/v1/projects?q={x}",
                "400 /api/v1/projects?q=^",
                "400 /api/v1/projects?q=`id`",
                "400 /api/v1/projects?q=a|b",
                "400 /api/v1/projects\\x",
                "400 /api/v1/..\\users");
    }

    private static Stream<Hostile> paths() {
        return each(
                HostileAddressIT::get,
                "400 /api/v1/projects;x=1",
                "400 /api/v1/projects;/1",
                "400 /api/v1/users;.json",
                "400 /api/v1/projects/..;/users",
                "400 /api/v1/projects?limit=1;sort=name",
                "400 //api/v1/projects",
                "400 /api//v1/projects",
                "400 /api/v1//projects",
                "400 /api/v1/projects//",
                "400 /api/v1/./projects",
                "400 /api/v1/../v1/projects",
                "400 /api/v1/%2e%2e/v1/projects",
                "400 /api/v1/%2E/projects",
                "400 /api/v1/.%2e/v1/projects",
                "400 /q/health/../../api/v1/users",
                "400 /q/openapi/%2e%2e/%2e%2e/api/v1/users",
                "400 /../../../etc/passwd",
                "400 /api/v1/projects/..",
                "404 /api/v1/projects%3Bx=1",
                "404 /api/v1/projects%2f1",
                "404 /api%2fv1%2fprojects",
                "404 /api/v1/projects%00",
                "404 /api/v1/projects%0d%0aX-Injected:1",
                "404 /api/v1/projects%20",
                "404 /api/v1/Projects",
                "404 /API/v1/projects",
                "404 /api/V1/projects",
                "404 /api/v1/projects#x",
                "404 /api/v1/projects.json",
                "404 /api/v1/" + "a".repeat(3_000),
                "404 /api/v1/" + "a/".repeat(1_500),
                "404 /api/v1/" + "%41".repeat(1_000),
                "404 /welcome/en.html",
                "404 /q/dev-ui",
                "404 /q/arc/beans",
                "404 /api/v1/admin",
                "404 /actuator/env");
    }

    private static Stream<Hostile> ids() {
        return each(
                id -> get("/api/v1/projects/" + id),
                "404 -1",
                "404 0",
                "404 999999999999999999",
                "400 9223372036854775807",
                "400 9223372036854775808",
                "400 0x1",
                "400 1e3",
                "400 %2B1",
                "400 %EF%BC%91",
                "400 %D9%A1",
                "400 1%20",
                "400 1%00",
                "400 NaN",
                "400 null",
                "400 1'or'1'='1",
                "400 " + "1".repeat(3_000));
    }

    private static Stream<Hostile> methods() {
        return each(
                method -> Wire.request(method + " /api/v1/projects HTTP/1.1", "", NOTHING),
                "405 TRACE",
                "405 CONNECT",
                "405 PROPFIND",
                "405 SEARCH",
                "405 LOCK",
                "405 PUT",
                "405 PATCH",
                "405 DELETE",
                "405 get",
                "405 FOO",
                "405 " + "X".repeat(300));
    }

    private static Stream<Hostile> options() {
        return each(
                path -> Wire.request("OPTIONS " + path + " HTTP/1.1", "", NOTHING),
                "404 /api/v1",
                "404 /api/v1/nothing",
                "404 /api/v1/projects/1/2/3",
                "404 /api/v1/projects%2f1",
                "400 /api/v1//projects",
                "400 /api/v1/projects/../users");
    }

    private static Stream<Hostile> versions() {
        return each(
                version -> Wire.request("GET /api/v1/projects " + version, "", NOTHING),
                "400 HTTP/0.9",
                "400 HTTP/1.2",
                "400 HTTP/1.11",
                "400 HTTP/2.0",
                "400 HTTP/9.9",
                "400 HTTX/1.1");
    }

    private static byte[] get(String address) {
        return Wire.request("GET " + address + " HTTP/1.1", "", NOTHING);
    }
}
