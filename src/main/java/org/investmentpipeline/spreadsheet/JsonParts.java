package org.investmentpipeline.spreadsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.investmentpipeline.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The parts of an import's form that are JSON objects. */
record JsonParts(ObjectMapper json) {
    private static final TypeReference<TreeMap<String, @Nullable String>> MAPPING = new TypeReference<>() {};

    private static final TypeReference<TreeMap<String, Map<String, String>>> WORDS = new TypeReference<>() {};

    Map<String, @Nullable String> mapping(@Nullable String value) {
        if (value == null) {
            return Map.of();
        }
        try {
            @Nullable TreeMap<String, @Nullable String> mapping = json.readValue(value, MAPPING);
            if (mapping != null) {
                return mapping;
            }
        } catch (JsonProcessingException unreadable) {
            throw noMapping();
        }
        throw noMapping();
    }

    Map<String, Map<String, String>> words(@Nullable String value) {
        if (value == null) {
            return Map.of();
        }
        try {
            var words = json.readValue(value, WORDS);
            if (words != null && words.values().stream().allMatch(JsonParts::isComplete)) {
                return words;
            }
        } catch (JsonProcessingException unreadable) {
            throw noWords();
        }
        throw noWords();
    }

    private static boolean isComplete(@Nullable Map<String, @Nullable String> words) {
        return words != null && words.values().stream().allMatch(Objects::nonNull);
    }

    private static Problem noWords() {
        return Problem.invalid(
                "words",
                "expected a JSON object of field to word to value, such as {\"stage\":{\"谈成\":\"SIGNED\"}}",
                "应为由字段到词语再到取值的 JSON 对象，如 {\"stage\":{\"谈成\":\"SIGNED\"}}");
    }

    private static Problem noMapping() {
        return Problem.invalid(
                "mapping",
                "expected a JSON object of heading to field, such as {\"项目\":\"name\"}",
                "应为由表头到字段的 JSON 对象，如 {\"项目\":\"name\"}");
    }
}
