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
        "正在施工, GROUNDBREAKING",
        "主体施工, GROUNDBREAKING",
        "封顶, GROUNDBREAKING",
        "主体已封顶, GROUNDBREAKING",
        "设备安装中, GROUNDBREAKING",
        "已开工建设, GROUNDBREAKING",
        "【在建】, GROUNDBREAKING",
        "開工, GROUNDBREAKING",
        "竣工验收, COMPLETED",
        "试运行, COMPLETED",
        "已投产, COMPLETED",
        "已試運行, COMPLETED",
        "已签约未开工, SIGNED",
        "签约（未开工）, SIGNED",
        "待开工, SIGNED",
        "未开工, SIGNED",
        "簽約, SIGNED",
        "Not started, SIGNED",
        "洽谈中, UNDER_NEGOTIATION",
        "正在洽谈, UNDER_NEGOTIATION",
        "意向, UNDER_NEGOTIATION",
        "跟踪阶段, UNDER_NEGOTIATION",
        "under_negotiation, UNDER_NEGOTIATION",
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
        "长期停工, SUSPENDED",
        "缓建, SUSPENDED",
        "已暂停, SUSPENDED",
        "暫停, SUSPENDED",
        "On Hold, SUSPENDED",
        "谈判终止, WITHDRAWN",
        "已流失, WITHDRAWN",
        "項目取消, WITHDRAWN",
        "复工, ACTIVE",
        "已复工, ACTIVE",
        "恢复, ACTIVE",
        "重启, ACTIVE",
        "已重新启动, ACTIVE",
        "Resumed, ACTIVE",
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

    @ParameterizedTest(name = "{0} is nearest to {1}")
    @CsvSource({"主体结构施工, 主体施工", "竣工验收中心, 竣工验收", "已签合同书, 已签合同", "Constructoin, construction", "Compleeted, completed"})
    void the_refusal_of_an_unknown_word_has_the_nearest_known_one(String word, String nearest) {
        var refused = assertThrows(RefusedCell.class, () -> Words.STAGE_OR_STATUS.read(text(word)));

        assertEquals(nearest, refused.nearest());
        assertTrue(refused.expected().zh().contains(nearest), refused.expected()::zh);
    }

    @ParameterizedTest
    @ValueSource(strings = {"框架协议", "办理前期手续", "顺利", "xyz", "其他", "建成中", "竣工中", "正在投产"})
    void a_word_that_fits_several_or_none_is_refused(String word) {
        assertThrows(RefusedCell.class, () -> Words.STAGE_OR_STATUS.read(text(word)));
    }

    @Test
    void an_unknown_word_is_refused_with_the_nearest_known_one() {
        var refused = assertThrows(RefusedCell.class, () -> Words.STAGE_OR_STATUS.read(text("SIGND")));

        assertEquals(true, refused.isUnknownWord());
        assertEquals("signed", refused.nearest());
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
