package org.investmentpipeline.project.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.query.Sort;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectSortTest {

    @ParameterizedTest(name = "sort={0} orders by {1}")
    @CsvSource({
        ", j.id asc",
        "'', j.id asc",
        "id, j.id asc",
        "-id, j.id desc",
        "code, 'j.code asc, j.id asc'",
        "-name, 'j.nameKeys.sortKey desc, j.code desc'",
        "investment, 'p.cny asc, p.projectId asc'",
        "'-investment,name', 'p.cny desc, j.nameKeys.sortKey asc, j.code asc'",
        "'code,name', 'j.code asc, j.nameKeys.sortKey asc, j.id asc'",
        "'name,-investment', 'j.nameKeys.sortKey asc, p.cny desc, j.id desc'",
        "'id,name', 'j.id asc, j.nameKeys.sortKey asc'"
    })
    void what_a_sort_leaves_open_is_decided_by_the_code_after_a_name_or_by_the_project(
            @Nullable String sort, String order) {
        assertEquals(order, ProjectSort.parse(sort, false).orderBy());
    }

    @Test
    void every_word_of_the_contract_is_taken_and_no_other() throws IOException {
        var offered = List.of(sortOfContract().replaceFirst(";.*", "").split(", ", -1));

        assertEquals(offered, ProjectSort.OFFERED.stream().map(Sort.Key::name).toList());
        for (var key : ProjectSort.OFFERED) {
            assertEquals(
                    key, ProjectSort.parse(key.name(), false).steps().get(0).key());
        }
        assertEquals(List.of("id", "code", "name", "investment"), offered);
    }

    /** The description of {@code sort} in the committed contract; there is one list that has an order. */
    private static String sortOfContract() throws IOException {
        var contract = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("openapi/openapi.yaml").toFile());
        var found = new ArrayList<String>();
        contract.path("paths")
                .forEach(path ->
                        path.forEach(operation -> operation.path("parameters").forEach(parameter -> {
                            if (parameter.path("name").asText().equals("sort")) {
                                found.add(parameter.path("description").asText());
                            }
                        })));
        assertEquals(1, found.size(), "a new list with an order gets its line here");
        return found.get(0);
    }

    @Test
    void entries_of_one_project_follow_their_stages() {
        assertEquals(
                "j.id asc, cast(p.state.stage as string) asc",
                ProjectSort.parse(null, true).orderBy());
        assertEquals(
                "p.cny desc, p.projectId desc, cast(p.state.stage as string) desc",
                ProjectSort.parse("-investment", true).orderBy());
    }

    @ParameterizedTest(name = "sort={0} is refused")
    @ValueSource(
            strings = {
                "stage",
                "project",
                "-project",
                "name,project",
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
        var refused = assertThrows(Problem.class, () -> ProjectSort.parse(sort, false));

        assertEquals(ProblemType.INVALID_REQUEST, refused.type());
        assertEquals("sort", refused.violations().get(0).field());
    }
}
