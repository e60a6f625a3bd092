package org.investmentpipeline.spreadsheet.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Origin;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.spreadsheet.cell.Words.StageOrStatus;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest(name = "{0} is the stage {1}")
    @CsvSource({
        "在谈, UNDER_NEGOTIATION",
        "跟踪在谈, UNDER_NEGOTIATION",
        "前期准备, UNDER_NEGOTIATION",
        "Announced & Planning, UNDER_NEGOTIATION",
        "UNDER_NEGOTIATION, UNDER_NEGOTIATION",
        "proposed, UNDER_NEGOTIATION",
        "已签约, SIGNED",
        "注册, SIGNED",
        "Approved, SIGNED",
        "续建, GROUNDBREAKING",
        "开 工, GROUNDBREAKING",
        "开工阶段, GROUNDBREAKING",
        "CONSTRUCTION STARTED, GROUNDBREAKING",
        "Under  Construction, GROUNDBREAKING",
        "投产, COMPLETED",
        "In Production, COMPLETED"
    })
    void a_stage_word_says_a_stage_and_no_status(String word, Stage stage) throws RefusedCell {
        assertEquals(new StageOrStatus(stage, null), Words.STAGE_OR_STATUS.read(text(word)));
    }

    @ParameterizedTest(name = "{0} is the status {1}")
    @CsvSource({
        "停工, SUSPENDED",
        "暂缓, SUSPENDED",
        "On hold, SUSPENDED",
        "Suspended (Formal), SUSPENDED",
        "终止, WITHDRAWN",
        "Canceled prior to operation, WITHDRAWN",
        "Removed – Ineligible, WITHDRAWN",
        "Retired, WITHDRAWN",
        "ACTIVE, ACTIVE"
    })
    void a_status_word_says_a_status_and_no_stage(String word, Status status) throws RefusedCell {
        assertEquals(new StageOrStatus(null, status), Words.STAGE_OR_STATUS.read(text(word)));
    }

    @Test
    void a_word_that_is_not_understood_is_refused_with_those_that_are() {
        var refused = assertThrows(RefusedCell.class, () -> Words.STAGE_OR_STATUS.read(text("进展顺利")));

        assertTrue(refused.expected().en().contains("在谈/proposed, 签约/signed"), refused.expected()::en);
    }

    @Test
    void a_blank_says_nothing() throws RefusedCell {
        assertNull(Words.STAGE_OR_STATUS.read(text("——")));
        assertNull(Words.ORIGIN.read(text(" ")));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "省内, LOCAL",
        "省外, OUT_OF_PROVINCE",
        "省外内资, OUT_OF_PROVINCE",
        "外资, FOREIGN",
        "Out of province, OUT_OF_PROVINCE"
    })
    void origins_are_read(String word, Origin origin) throws RefusedCell {
        assertEquals(origin, Words.ORIGIN.read(text(word)));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"框架, FRAMEWORK", "框架协议, FRAMEWORK", "正式协议, FORMAL", "合同, FORMAL", "formal, FORMAL"})
    void agreements_are_read(String word, Agreement agreement) throws RefusedCell {
        assertEquals(agreement, Words.AGREEMENT.read(text(word)));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "是, true",
        "√, true",
        "✓, true",
        "重点, true",
        "Y, true",
        "1, true",
        "TRUE, true",
        "否, false",
        "N, false",
        "0, false"
    })
    void ticks_are_read(String word, boolean ticked) throws RefusedCell {
        assertEquals(ticked, Words.YES_OR_NO.read(text(word)));
    }

    @ParameterizedTest(name = "{0} says that work has begun")
    @ValueSource(strings = {"续建", "在建", "开复工"})
    void a_continued_project_has_begun(String nature) {
        assertTrue(Words.saysBegun(text(nature)));
    }

    @ParameterizedTest(name = "{0} says nothing of the stage")
    @ValueSource(strings = {"新建", "扩建", "技改", ""})
    void other_natures_say_nothing(String nature) {
        assertEquals(false, Words.saysBegun(text(nature)));
    }

    private static SheetCell text(String shown) {
        return new SheetCell.Text(shown);
    }
}
