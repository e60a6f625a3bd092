package org.investmentpipeline.security.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jboss.logging.Logger;

/** Stores the values of a change as JSON text, which both databases keep unchanged. */
@Converter
public class FieldChangesConverter implements AttributeConverter<List<FieldChange>, String> {
    private static final Logger LOG = Logger.getLogger(FieldChangesConverter.class);
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final TypeReference<List<FieldChange>> LIST = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<FieldChange> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public List<FieldChange> convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, LIST);
        } catch (JsonProcessingException damaged) {
            // Tampered with: shown as it is, and reported by the verification, since its hash differs.
            LOG.warnf("The changes of an audit entry are not JSON: %s", damaged.getOriginalMessage());
            return List.of(new FieldChange("unreadable", text, null));
        }
    }
}
