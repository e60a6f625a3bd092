package org.investmentpipeline.spreadsheet.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.spreadsheet.cell.RefusedCell;
import org.investmentpipeline.spreadsheet.cell.Words;
import org.investmentpipeline.spreadsheet.cell.Words.StageOrStatus;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnWordsTest {
    private static final OwnWords WORDS = OwnWords.of(
            Map.of("框架协议", "SIGNED", "在 建", "竣工", "其他", "", "办理前期手续", "under_negotiation", "—", "WITHDRAWN"));

    private static @Nullable StageOrStatus read(String word) throws RefusedCell {
        return Words.STAGE_OR_STATUS.read(WORDS.in(new SheetCell.Text(word)));
    }

    @Test
    void theCallersWordsComeFirst() throws RefusedCell {
        assertEquals(new StageOrStatus(Stage.SIGNED, null), read("框架協議"));
        assertEquals(new StageOrStatus(Stage.COMPLETED, null), read("在建"));
        assertEquals(new StageOrStatus(null, Status.WITHDRAWN), read("—"));
        assertEquals(new StageOrStatus(Stage.UNDER_NEGOTIATION, null), read("办理前期手续"));
        assertEquals(null, read("其他"));
        assertEquals(new StageOrStatus(Stage.GROUNDBREAKING, null), read("开工"));
    }

    @Test
    void aCellWithoutOwnWordIsTheCellItself() {
        var cell = new SheetCell.Text("开工");

        assertEquals(cell, WORDS.in(cell));
        assertEquals(cell, OwnWords.NONE.in(cell));
    }
}
