package org.investmentpipeline.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shown answers are true where they show something, and nothing is asked of the rest. */
class ShownAnswerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"a\":1}                                 | {\"a\":1}                          | true",
                "{\"a\":1, …}                              | {\"a\":1,\"b\":2}                  | true",
                "{\"a\":1}                                 | {\"a\":1,\"b\":2}                  | false",
                "{…\"b\":2}                                | {\"a\":1,\"b\":2}                  | true",
                "{…\"b\":2,…\"a\":1}                       | {\"a\":1,\"b\":2}                  | false",
                "{\"at\":\"2026-11-28T08:00:00.123Z\"}     | {\"at\":\"2027-01-01T00:00:00Z\"}  | true",
                "{\"id\":1,…}                              | {\"id\":52,\"name\":\"x\"}         | true",
                "{\"count\":1,…}                           | {\"count\":12,\"name\":\"x\"}      | false",
                "…                                         | anything                           | true"
            })
    void partsAreFoundInTheirOrder(String shown, String real, boolean same) {
        assertEquals(same, new ShownAnswer(shown).difference(real).isEmpty());
    }
}
