package org.investmentpipeline.figures.columns.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectIndexTest {
    @Test
    void projectsAreNumberedInTheOrderInWhichTheyCome() {
        var index = new ProjectIndex();
        var ids = List.of(51L, 1L, Long.MAX_VALUE, 4_000_000_000L, 5_000L, 60_000L, -3L, 9_000L);

        ids.forEach(id -> {
            assertEquals(-1, index.find(id));
            index.add(id);
        });

        for (var number = 0; number < ids.size(); number++) {
            assertEquals(number, index.find(ids.get(number)));
        }
        assertEquals(ids.size(), index.size());
    }

    @Test
    void idsThatWereFarAreFoundWhenTheyAreNear() {
        var index = new ProjectIndex();
        index.add(20_000);

        for (var id = 1L; id < 19_000; id++) {
            index.add(id);
        }

        assertEquals(0, index.find(20_000));
        assertEquals(18_999, index.find(18_999));
        assertTrue(index.bytes() < 1 << 20, "an array for each near id");
    }
}
