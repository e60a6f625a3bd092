package org.investmentpipeline.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.investmentpipeline.input.text.Multiline;
import org.investmentpipeline.input.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Strict JSON: unknown and duplicate properties, coercions between types and excessive nesting are refused.
 */
@Singleton
public class JsonStrictness implements ObjectMapperCustomizer {
    /** Deeper than any body of the contract. */
    private static final int DEEPEST = 20;

    /** Runs last, so that no module registered later replaces the deserializers of texts and days. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        mapper.getFactory().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION.mappedFeature());
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(40)
                        .maxStringLength(100_000)
                        .build());
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.coercionConfigDefaults()
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Enum).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        mapper.registerModule(new SimpleModule("strict")
                .addDeserializer(String.class, new Texts(false))
                .addDeserializer(BigDecimal.class, new Decimals())
                .addDeserializer(LocalDate.class, new Days()));
    }

    /** Reads JSON strings only, of one line unless the property is {@link Multiline}. */
    private static final class Texts extends StdScalarDeserializer<String> implements ContextualDeserializer {
        private static final long serialVersionUID = 1;

        private final boolean lines;

        Texts(boolean lines) {
            super(String.class);
            this.lines = lines;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return new Texts(property != null && property.getAnnotation(Multiline.class) != null);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            return lines ? Text.paragraph("", parser.getText()) : Text.line("", parser.getText());
        }
    }

    /** Decimal numbers with a bounded exponent: with larger ones the count of digits overflows and bounds are not checked correctly. */
    private static final class Decimals extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1;
        private static final int HIGHEST_EXPONENT = 1_000_000_000;

        Decimals() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
            }
            var number = parser.getDecimalValue();
            return Math.abs((long) number.scale()) <= HIGHEST_EXPONENT
                    ? number
                    : (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, number, "out of range");
        }
    }

    /** Days in the extended format of ISO 8601 only, such as {@code 2023-06-28}. */
    private static final class Days extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1;

        Days() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            var text = parser.getText();
            try {
                return Text.day(text);
            } catch (DateTimeException unreadable) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "not a day");
            }
        }
    }
}
