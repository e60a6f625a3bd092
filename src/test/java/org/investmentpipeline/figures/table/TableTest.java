package org.investmentpipeline.figures.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.query.Dimension;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final SizeTiers TIERS = SizeTiers.of(List.of(
            new SizeTiers.Edge("small", BigDecimal.ZERO),
            new SizeTiers.Edge("middle", BigDecimal.valueOf(100)),
            new SizeTiers.Edge("large", BigDecimal.valueOf(1000))));

    @Test
    void every_stage_has_its_row_in_their_order_zero_where_nothing_is() {
        assertEquals(
                List.of("UNDER_NEGOTIATION 0 0", "SIGNED 2 30", "GROUNDBREAKING 0 0", "COMPLETED 1 5"),
                table("stage", Map.of(), "COMPLETED 1 5", "SIGNED 2 30").rows());
    }

    @Test
    void every_tier_has_its_row_even_when_nothing_is_at_all() {
        assertEquals(
                List.of("small 0 0", "middle 0 0", "large 0 0"),
                table("size", Map.of()).rows());
    }

    @Test
    void sectors_that_do_not_occur_have_no_row() {
        assertEquals(List.of(), table("sector", Map.of()).rows());
        assertEquals(
                List.of("A 1 5", "B 1 7"),
                table("sector", Map.of(), "B 1 7", "A 1 5").rows());
    }

    @Test
    void a_sector_that_occurs_has_a_row_for_every_tier() {
        assertEquals(
                List.of("A,small 0 0", "A,middle 1 100", "A,large 0 0", "B,small 1 7", "B,middle 0 0", "B,large 0 0"),
                table("sector,size", Map.of(), "B,small 1 7", "A,middle 1 100").rows());
    }

    @Test
    void stages_and_tiers_combine_without_holes() {
        var rows = table("size,stage", Map.of(), "middle,SIGNED 1 100").rows();

        assertEquals(12, rows.size());
        assertEquals("small,UNDER_NEGOTIATION 0 0", rows.get(0));
        assertEquals("middle,SIGNED 1 100", rows.get(5));
        assertEquals("large,COMPLETED 0 0", rows.get(11));
    }

    @Test
    void a_filter_leaves_rows_for_what_it_asks_only() {
        var filter = Map.of(ProjectDimensions.STAGE, List.of("COMPLETED", "SIGNED"));

        assertEquals(
                List.of("SIGNED 2 30", "COMPLETED 0 0"),
                table("stage", filter, "SIGNED 2 30").rows());
    }

    @Test
    void a_filter_of_another_dimension_takes_no_row_away() {
        var filter = Map.of(ProjectDimensions.STAGE, List.of("SIGNED"));

        assertEquals(
                List.of("small 0 0", "middle 1 100", "large 0 0"),
                table("size", filter, "middle 1 100").rows());
    }

    @Test
    void the_unknown_comes_last_and_only_where_it_occurs() {
        assertEquals(
                List.of("small 0 0", "middle 0 0", "large 1 1000", "unknown 3 0"),
                table("size", Map.of(), "unknown 3 0", "large 1 1000").rows());
        assertEquals(
                List.of("A 1 5", "z 1 7", "unknown 1 1"),
                table("sector", Map.of(), "unknown 1 1", "z 1 7", "A 1 5").rows());
    }

    @Test
    void at_least_sums_a_tier_with_all_above_it_and_never_the_unknown() {
        var table = table("size", Map.of(), "small 1 5", "middle 2 300", "large 1 1000", "unknown 3 0");

        assertEquals(List.of("small 4 1305", "middle 3 1300", "large 1 1000"), table.atLeast());
    }

    @Test
    void at_least_sums_within_the_other_dimensions() {
        var table = table("sector,size", Map.of(), "A,small 1 5", "A,large 1 1000", "B,middle 1 100", "B,unknown 1 0");

        assertEquals(
                List.of(
                        "A,small 2 1005",
                        "A,middle 1 1000",
                        "A,large 1 1000",
                        "B,small 1 100",
                        "B,middle 1 100",
                        "B,large 0 0"),
                table.atLeast());
    }

    @Test
    void the_total_holds_all_cells_the_unknown_among_them() {
        var table = table("size", Map.of(), "small 1 5", "large 1 1000.50", "unknown 3 0");

        assertEquals(
                new CountAndSum(5, new BigDecimal("1005.50")), table.cells().total());
    }

    @Test
    void without_a_dimension_there_is_a_total_and_no_row() {
        var table = table("", Map.of());

        assertEquals(List.of(), table.rows());
        assertEquals(CountAndSum.NONE, table.cells().total());
    }

    /** A table of cells told as {@code A,small 1 5}: their values, count and investment. */
    private static Laid table(String by, Map<Dimension, List<String>> filter, String... told) {
        var cells = new Aggregates();
        for (var cell : told) {
            var parts = cell.split(" ");
            cells.add(
                    List.of(parts[0].split(",")), new CountAndSum(Long.parseLong(parts[1]), new BigDecimal(parts[2])));
        }
        var asked = ProjectDimensions.ALL.filter(filter);
        return new Laid(new Table(Breakdown.parse(by), TIERS, asked, List.of(cells)), cells);
    }

    /** A table with the cells laid out in it. */
    private record Laid(Table table, Aggregates cells) {
        List<String> rows() {
            return told(table.rows(), cells::of);
        }

        List<String> atLeast() {
            return told(table.rowsOfTiers(), row -> table.atLeast(cells, row));
        }

        private static List<String> told(List<List<String>> rows, Function<List<String>, CountAndSum> counted) {
            return rows.stream()
                    .map(row -> {
                        var cell = counted.apply(row);
                        return String.join(",", row) + " " + cell.count() + " " + cell.sum();
                    })
                    .toList();
        }
    }
}
