package org.investmentpipeline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AnswerTextsTest {
    private static final Object LEDGER = new Object();

    private final AtomicInteger worked = new AtomicInteger();
    private final Supplier<?> view = () -> Map.of("count", worked.incrementAndGet());

    @Test
    void anAnswerIsWorkedOutOnce() {
        var texts = new AnswerTexts(new ObjectMapper(), 10_000);

        assertEquals("{\"count\":1}", texts.text(LEDGER, "a", view));
        assertEquals("{\"count\":1}", texts.text(LEDGER, "a", view));
        assertEquals("{\"count\":2}", texts.text(LEDGER, "b", view));
    }

    @Test
    void anotherLedgerHasOtherAnswers() {
        var texts = new AnswerTexts(new ObjectMapper(), 10_000);
        texts.text(LEDGER, "a", view);

        assertEquals("{\"count\":2}", texts.text(new Object(), "a", view));
    }

    @Test
    void theMemoryIsBounded() {
        var texts = new AnswerTexts(new ObjectMapper(), 1_000);
        for (var tag = 0; tag < 100; tag++) {
            texts.text(LEDGER, "t" + tag, view);
        }
        for (var tag = 0; tag < 100; tag++) {
            texts.text(LEDGER, "t" + tag, view);
        }

        assertEquals(true, worked.get() > 190, "only " + worked + " of 200 were worked out");
    }

    @Test
    void withoutMemoryEachIsWorkedOut() {
        var texts = new AnswerTexts(new ObjectMapper(), 0);

        texts.text(LEDGER, "a", view);

        assertEquals("{\"count\":2}", texts.text(LEDGER, "a", view));
    }
}
