package org.investmentpipeline.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
    @ParameterizedTest(name = "{0} against \"5\": strongly {1}, weakly {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "*|true|true",
                " * |true|true",
                "\"5\"|true|true",
                "\"4\", \"5\"|true|true",
                "\"4\",\"5\"|true|true",
                ", \"5\" ,, \"4\",|true|true",
                "W/\"5\"|false|true",
                "W/\"4\", W/\"5\"|false|true",
                "W/\"5\", \"5\"|true|true",
                "\"4\"|false|false",
                "W/\"4\"|false|false",
                "\"\"|false|false",
                "\"5,6\"|false|false",
                "\"W/5\"|false|false",
                "\"*\"|false|false",
                "\"能\"|false|false"
            })
    void a_list_matches_by_one_of_its_tags(String header, boolean strongly, boolean weakly) {
        var tags = EntityTags.parse(header).orElseThrow();

        assertEquals(strongly, tags.matchStrongly("5"));
        assertEquals(weakly, tags.matchWeakly("5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "\"5",
                "5\"",
                "\"",
                "w/\"5\"",
                "W/5",
                "W\"5\"",
                "W/ \"5\"",
                "*, \"5\"",
                "\"5\", *",
                "*,*",
                "\"4\" \"5\"",
                "\"4\"\"5\"",
                "\"4\"; \"5\"",
                "\"5\" or 1=1",
                "\"a b\"",
                "\"5, 6\"",
                ",",
                "garbage"
            })
    void a_value_of_another_form_is_no_list(String header) {
        assertTrue(EntityTags.parse(header).isEmpty());
    }
}
