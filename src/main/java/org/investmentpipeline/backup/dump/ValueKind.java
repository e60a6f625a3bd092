package org.investmentpipeline.backup.dump;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The representation of a column's values in a dump: exact, and equal for both databases. Amounts are texts, because many readers
 * of JSON round numbers.
 */
enum ValueKind {
    TEXT(Types.VARCHAR, "a text"),
    WHOLE(Types.BIGINT, "a whole number"),
    EXACT(Types.NUMERIC, "an amount as a text, such as \"12.50\""),
    TRUTH(Types.BOOLEAN, "true or false"),
    DAY(Types.DATE, "a day, such as \"2023-06-28\""),
    MOMENT(Types.TIMESTAMP_WITH_TIMEZONE, "a moment, such as \"2023-06-28T08:00:00Z\"");

    private final int sqlType;
    private final String expected;

    ValueKind(int sqlType, String expected) {
        this.sqlType = sqlType;
        this.expected = expected;
    }

    /**
     * The kind of the values of a column.
     *
     * @param sqlType as in {@link Types}
     * @param typeName the database's name of the type: PostgreSQL gives moments the type of timestamps without a zone
     * @throws IllegalArgumentException when a dump has no form for it
     */
    static ValueKind of(int sqlType, String typeName) {
        return switch (sqlType) {
            case Types.VARCHAR -> TEXT;
            case Types.INTEGER, Types.BIGINT -> WHOLE;
            case Types.NUMERIC, Types.DECIMAL -> EXACT;
            case Types.BOOLEAN -> TRUTH;
            case Types.DATE -> DAY;
            case Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT;
            default ->
                switch (typeName) {
                    case "bool" -> TRUTH;
                    case "timestamptz" -> MOMENT;
                    default -> throw new IllegalArgumentException("a dump has no form for values of " + typeName);
                };
        };
    }

    int sqlType() {
        return sqlType;
    }

    /** The expected form of a value, in words. */
    String expected() {
        return expected;
    }

    @Nullable
    Object read(ResultSet row, int column) throws SQLException {
        var value = switch (this) {
            case TEXT -> row.getString(column);
            case WHOLE -> (Object) row.getLong(column);
            case EXACT -> row.getBigDecimal(column);
            case TRUTH -> row.getBoolean(column);
            case DAY -> row.getObject(column, LocalDate.class);
            case MOMENT -> row.getObject(column, OffsetDateTime.class);
        };
        return row.wasNull() ? null : value;
    }

    void write(JsonGenerator json, Object value) throws IOException {
        switch (this) {
            case TEXT, DAY -> json.writeString(value.toString());
            case WHOLE -> json.writeNumber((Long) value);
            case EXACT -> json.writeString(((BigDecimal) value).toPlainString());
            case TRUTH -> json.writeBoolean((Boolean) value);
            case MOMENT -> json.writeString(((OffsetDateTime) value).toInstant().toString());
        }
    }

    /**
     * The value at the position of a parser, as a parameter for the database.
     *
     * @return null only for JSON null
     * @throws IllegalArgumentException when it is of another kind
     */
    @Nullable
    Object parse(JsonParser json) throws IOException {
        var token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        try {
            return switch (this) {
                case TEXT -> Text.storable("", text(json));
                case WHOLE -> whole(json);
                case EXACT -> new BigDecimal(text(json));
                case TRUTH -> json.getBooleanValue();
                case DAY -> LocalDate.parse(text(json));
                case MOMENT -> Instant.parse(text(json)).atOffset(ZoneOffset.UTC);
            };
        } catch (DateTimeException | Problem | IOException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    private static String text(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException();
        }
        return json.getText();
    }

    private static long whole(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new IllegalArgumentException();
        }
        return json.getLongValue();
    }
}
