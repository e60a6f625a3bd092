package org.investmentpipeline.project.timeline;

import static org.investmentpipeline.project.timeline.Agreement.FORMAL;
import static org.investmentpipeline.project.timeline.Agreement.FRAMEWORK;
import static org.investmentpipeline.project.timeline.Stage.COMPLETED;
import static org.investmentpipeline.project.timeline.Stage.SIGNED;
import static org.investmentpipeline.project.timeline.Stage.UNDER_NEGOTIATION;
import static org.investmentpipeline.project.timeline.TimelineAssertions.amend;
import static org.investmentpipeline.project.timeline.TimelineAssertions.assertSame;
import static org.investmentpipeline.project.timeline.TimelineAssertions.assertTold;
import static org.investmentpipeline.project.timeline.TimelineAssertions.day;
import static org.investmentpipeline.project.timeline.TimelineAssertions.life;
import static org.investmentpipeline.project.timeline.TimelineAssertions.move;
import static org.investmentpipeline.project.timeline.TimelineAssertions.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void a_value_holds_until_the_next_day_it_is_already_known_to_change() {
        var life = amend(life("UNDER_NEGOTIATION 01-01", 1, null), "06-01", Field.INVESTMENT, yuan(2));

        var corrected = amend(life, "03-01", Field.INVESTMENT, yuan(15));

        assertTold("""
                01-01 03-01 0 DAY UNDER_NEGOTIATION ACTIVE 1  - -
                03-01 06-01 0 -   UNDER_NEGOTIATION ACTIVE 15 - -
                06-01 open  0 -   UNDER_NEGOTIATION ACTIVE 2  - -
                """, corrected);
    }

    @Test
    void a_change_touches_only_the_field_it_names() {
        var life = amend(life("UNDER_NEGOTIATION 01-01", 1, null), "06-01", Field.SECTOR, "energy");

        assertTold("""
                01-01 03-01 0 DAY UNDER_NEGOTIATION ACTIVE 1 - -
                03-01 06-01 0 -   UNDER_NEGOTIATION ACTIVE 2 - -
                06-01 open  0 -   UNDER_NEGOTIATION ACTIVE 2 - energy
                """, amend(life, "03-01", Field.INVESTMENT, yuan(2)));
    }

    @Test
    void a_change_undone_from_its_day_leaves_no_boundary() {
        var life = life("UNDER_NEGOTIATION 01-01", 1, null);

        assertSame(life, amend(amend(life, "06-01", Field.SECTOR, "energy"), "06-01", Field.SECTOR, null));
    }

    @Test
    void a_back_dated_move_holds_to_the_end_and_leaves_later_changes() {
        var life = amend(life("UNDER_NEGOTIATION 01-01", 1, null), "06-01", Field.INVESTMENT, yuan(2));

        assertTold("""
                01-01 03-01 0 DAY UNDER_NEGOTIATION ACTIVE 1 -      -
                03-01 06-01 0 DAY SIGNED            ACTIVE 1 FORMAL -
                06-01 open  0 -   SIGNED            ACTIVE 2 FORMAL -
                """, move(life, SIGNED, "03-01", Map.of(Field.AGREEMENT, FORMAL)));
    }

    @Test
    void stages_of_one_day_each_are_entered_and_only_the_last_is_in_stock() {
        var life = move(life("UNDER_NEGOTIATION 01-01", 1, null), COMPLETED, "03-01", Map.of(Field.AGREEMENT, FORMAL));

        var amended = amend(life, "03-01", Field.SECTOR, "energy");

        assertTold("""
                01-01 03-01 0 DAY UNDER_NEGOTIATION ACTIVE 1 -      -
                03-01 03-01 0 DAY SIGNED            ACTIVE 1 FORMAL energy
                03-01 03-01 1 DAY GROUNDBREAKING    ACTIVE 1 FORMAL energy
                03-01 open  2 DAY COMPLETED         ACTIVE 1 FORMAL energy
                """, amended);
        assertEquals("energy", amended.entered(SIGNED).sector());
        assertEquals(COMPLETED, amended.on(day("03-01")).stage());
    }

    @Test
    void a_day_before_an_entry_still_holds_what_was_and_its_own_day_what_is() {
        var life = life("UNDER_NEGOTIATION 01-01, SIGNED 03-01", 1, FORMAL);

        assertEquals(UNDER_NEGOTIATION, life.on(day("02-28")).stage());
        assertNull(life.on(day("02-28")).agreement());
        assertEquals(SIGNED, life.on(day("03-01")).stage());
        assertEquals(day("03-01"), life.on(day("12-31")).since());
    }

    @Test
    void a_split_keeps_the_entry_at_its_start_only() {
        var life = life("SIGNED 03-01", 1, FRAMEWORK);

        assertTold("""
                03-01 05-01 0 DAY SIGNED ACTIVE 1 FRAMEWORK -
                05-01 open  0 -   SIGNED ACTIVE 1 FORMAL    -
                """, amend(life, "05-01", Field.AGREEMENT, FORMAL));
    }

    @Test
    void a_correction_dated_on_the_entry_day_corrects_the_entry() {
        var life = amend(life("SIGNED 03-01", 1, FRAMEWORK), "03-01", Field.INVESTMENT, yuan(9));

        assertTold("03-01 open 0 DAY SIGNED ACTIVE 9 FRAMEWORK -", life);
    }
}
