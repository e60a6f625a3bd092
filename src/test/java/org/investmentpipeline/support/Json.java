package org.investmentpipeline.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ResponseBodyExtractionOptions;

/**
 * Bodies of answers as trees, for what many tests ask. REST-assured compiles a script for each path it is asked for, which takes
 * longer than most requests.
 */
public final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Json() {}

    public static JsonNode of(ResponseBodyExtractionOptions answer) {
        var text = answer.asString();
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("not JSON: " + text, broken);
        }
    }
}
