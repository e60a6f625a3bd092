package org.investmentpipeline.spreadsheet.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stores the parts of a profile as JSON text. */
@Converter
public class PartsConverter implements AttributeConverter<SortedMap<String, String>, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> PARTS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(SortedMap<String, String> parts) {
        try {
            return JSON.writeValueAsString(parts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public SortedMap<String, String> convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, PARTS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
