package org.investmentpipeline.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.investmentpipeline.api.Problem;
import org.investmentpipeline.api.ProblemType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectOrderTest {

    @ParameterizedTest(name = "sort={0} orders by {1}")
    @CsvSource({
        ", j.id asc",
        "'', j.id asc",
        "id, j.id asc",
        "-id, j.id desc",
        "code, 'j.code asc, j.id asc'",
        "-name, 'j.name desc, j.id desc'",
        "investment, 'p.cny asc, p.projectId asc'",
        "'-investment,name', 'p.cny desc, j.name asc, p.projectId asc'",
        "'name,-investment', 'j.name asc, p.cny desc, j.id desc'",
        "'id,name', 'j.id asc, j.name asc'"
    })
    void what_a_sort_leaves_open_is_decided_by_the_project(@Nullable String sort, String order) {
        assertEquals(order, ProjectOrder.parse(sort, false).orderBy());
    }

    @Test
    void entries_of_one_project_follow_their_stages() {
        assertEquals(
                "j.id asc, cast(p.stage as string) asc",
                ProjectOrder.parse(null, true).orderBy());
        assertEquals(
                "p.cny desc, p.projectId desc, cast(p.stage as string) desc",
                ProjectOrder.parse("-investment", true).orderBy());
    }

    @ParameterizedTest(name = "sort={0} is refused")
    @ValueSource(
            strings = {
                "stage",
                "Name",
                "INVESTMENT",
                "--name",
                "+name",
                " name",
                "name,",
                ",",
                "-",
                "name,name",
                "name,-name",
                "-id,id",
                "sector",
                "p.cny",
                "name;drop"
            })
    void anything_else_is_refused_by_its_parameter(String sort) {
        var refused = assertThrows(Problem.class, () -> ProjectOrder.parse(sort, false));

        assertEquals(ProblemType.INVALID_REQUEST, refused.type());
        assertEquals("sort", refused.violations().get(0).field());
    }
}
