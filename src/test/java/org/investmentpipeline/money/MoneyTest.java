package org.investmentpipeline.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest(name = "{0} at {1} is {2}")
    @CsvSource({
        "100, 1, 100.00",
        "1, 7.0954, 7.10",
        "1, 0.004, 0.00",
        "1, 0.005, 0.01",
        "1, 0.0149999, 0.01",
        "1, 0.015, 0.02",
        "1, 0.025, 0.03",
        "50000000, 7.2258, 361290000.00",
        "9999999999999.99, 7.2258, 72257999999999.93",
        "0, 7.2258, 0.00"
    })
    void yuan_are_rounded_half_up_to_the_fen(BigDecimal amount, BigDecimal rate, BigDecimal cny) {
        assertEquals(cny, Money.toCny(amount, rate));
    }

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({
        "0, 0",
        "0.00, 0",
        "1E+9, 1000000000",
        "1000000000.00, 1000000000",
        "100, 100",
        "0.10, 0.1",
        "12.34, 12.34",
        "7.2258, 7.2258"
    })
    void an_amount_is_written_as_short_as_it_can_be(BigDecimal amount, String written) {
        assertEquals(written, Money.plain(amount).toString());
        assertEquals(written, Money.plain(amount).toPlainString());
    }

    @Test
    void currencies_are_those_of_iso_4217() {
        assertTrue(Money.isCurrency("CNY"));
        assertTrue(Money.isCurrency("USD"));
        assertFalse(Money.isCurrency("RMB"));
        assertFalse(Money.isCurrency("cny"));
        assertFalse(Money.isCurrency(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XTS", "XAU", "XDR", "DEM", "FRF", "USS", "USN", "BOV", "ZWD"})
    void what_is_tender_nowhere_is_no_currency(String code) {
        assertFalse(Money.isCurrency(code));
    }
}
