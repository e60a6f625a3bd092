package org.investmentpipeline.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What must exist before a test begins. The suite shares one database, so each test brings its own under its own codes. */
public final class Fixtures {
    private Fixtures() {}

    /** A code that no other test has; codes of one prefix stand together in lists. */
    public static String code(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A request with a JSON body. */
    public static RequestSpecification json(Object body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    /** The code of a new sector. */
    public static String sector() {
        return entry("/api/v1/sectors", code("sector"), null);
    }

    /** The code of a new sector below another. */
    public static String sectorBelow(String parent) {
        return entry("/api/v1/sectors", code("sector"), parent);
    }

    /** The code of a new project list without a size. */
    public static String projectList() {
        return entry("/api/v1/project-lists", code("list"), null);
    }

    /** The code of a new zone. */
    public static String zone() {
        return entry("/api/v1/zones", code("zone"), null);
    }

    /** The code of a new department at the top. */
    public static String department() {
        return entry("/api/v1/departments", code("department"), null);
    }

    /** The code of a new department below another. */
    public static String departmentBelow(String parent) {
        return entry("/api/v1/departments", code("department"), parent);
    }

    /** The draft of a catalogue entry: its code, and a name in both languages. */
    public static Map<String, Object> draft(String code) {
        var draft = new HashMap<String, Object>();
        draft.put("code", code);
        draft.put("name", Map.of("zh", "名称" + code, "en", "Name " + code));
        return draft;
    }

    private static String entry(String path, String code, @Nullable String parent) {
        var draft = draft(code);
        if (parent != null) {
            draft.put("parent", parent);
        }
        json(draft).post(path).then().statusCode(201);
        return code;
    }
}
