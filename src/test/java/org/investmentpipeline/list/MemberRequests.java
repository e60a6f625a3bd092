package org.investmentpipeline.list;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.draft;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Projects.object;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests about lists and their members. */
final class MemberRequests {
    static final String LISTS = "/api/v1/project-lists";

    private MemberRequests() {}

    static String newList(@Nullable Integer size) {
        var code = code("list");
        var draft = draft(code);
        if (size != null) {
            draft.put("size", size);
        }
        draft.put("issuer", "省发展改革委");
        json(draft).post(LISTS).then().statusCode(201).body("issuer", equalTo("省发展改革委"));
        return code;
    }

    static ValidatableResponse change(String list, String on, @Nullable List<Long> join, @Nullable List<Long> leave) {
        var body = object("on", on);
        if (join != null) {
            body.put("join", join);
        }
        if (leave != null) {
            body.put("leave", leave);
        }
        return json(body).post(LISTS + "/" + list + "/changes").then();
    }

    static List<Long> ids(String list) {
        return given().get(LISTS + "/" + list + "/members").jsonPath().getList("items.project", Long.class);
    }
}
