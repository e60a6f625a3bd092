package org.investmentpipeline.security.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps the values of a change as JSON text, which both databases hold alike. */
@Converter
public class FieldChangesConverter implements AttributeConverter<List<FieldChange>, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
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
            throw new IllegalStateException("the history is damaged", damaged);
        }
    }
}
