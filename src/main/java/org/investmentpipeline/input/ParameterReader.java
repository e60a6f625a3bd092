package org.investmentpipeline.input;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads path and query parameters strictly: a value of another form is a problem that names parameter, value and expected form. */
@Provider
public class ParameterReader implements ParamConverterProvider {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,8})?");
    private static final int LONGEST = 200;

    /** The length of a reason is limited elsewhere. A cursor contains a name and a code, up to four bytes for each character, and Base64 adds a third. */
    private static final int LONGEST_LONG = 2_000;

    private static final Set<String> LONG = Set.of("cursor", "reason");

    private static final Map<Class<?>, Form> FORMS = Map.of(
            String.class,
                    new Form(text -> text, new LocalizedText("a text of at most 200 characters", "至多 200 个字符的文本")),
            LocalDate.class, new Form(Text::day, new LocalizedText("a day such as 2023-06-28", "日期，如 2023-06-28")),
            Instant.class,
                    new Form(
                            Instant::parse,
                            new LocalizedText("a moment such as 2023-06-30T08:00:00Z", "时刻，如 2023-06-30T08:00:00Z")),
            BigDecimal.class,
                    new Form(
                            text -> new BigDecimal(matching(DECIMAL, text)),
                            new LocalizedText("a decimal number", "十进制数")),
            Integer.class,
                    new Form(text -> Integer.valueOf(matching(WHOLE, text)), new LocalizedText("a whole number", "整数")),
            Long.class,
                    new Form(text -> Long.valueOf(matching(WHOLE, text)), new LocalizedText("a whole number", "整数")),
            Boolean.class, new Form(ParameterReader::truth, new LocalizedText("true or false", "true 或 false")));

    private record Form(Function<String, Object> read, LocalizedText expected) {}

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var form = type.isEnum() ? words(type) : FORMS.get(type);
        return form == null ? null : (ParamConverter<T>) new Converter(name(annotations), form, isOfQuery(annotations));
    }

    /** Reads the text of a parameter whose name and type are known only now. */
    public static Object read(String name, Class<?> type, String text) {
        var form = type.isEnum() ? words(type) : FORMS.get(type);
        return new Converter(name, Objects.requireNonNull(form, () -> "no form of " + type), false).fromString(text);
    }

    /** The form of an enum: its words, exactly. */
    private static Form words(Class<?> type) {
        var words = type.getEnumConstants();
        return new Form(
                text -> Arrays.stream(words)
                        .filter(word -> word.toString().equals(text))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new),
                LocalizedText.of("one of %s", "以下之一：%s", Arrays.toString(words)));
    }

    /**
     * Reads one parameter.
     *
     * @param isWritten whether its text is free text of a client, such as a reason; a path or a dimension of a filter names something stored
     *     already, and may have been stored under older rules
     */
    private record Converter(String name, Form form, boolean isWritten) implements ParamConverter<Object> {
        @Override
        public Object fromString(String text) {
            if (Text.length(text) > (LONG.contains(name) ? LONGEST_LONG : LONGEST)) {
                throw refused(Text.shortened(text, 60));
            }
            try {
                return form.read.apply(isWritten ? Text.paragraph(name, text) : Text.storable(name, text));
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                throw refused(text);
            }
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }

        private Problem refused(String given) {
            return Problem.invalid(
                    name,
                    "was '%1$s'; expected %2$s",
                    "给出的是“%1$s”；应为%3$s",
                    given,
                    form.expected.en(),
                    form.expected.zh());
        }
    }

    /** The name of the parameter with these annotations. */
    public static String name(Annotation[] annotations) {
        for (var annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
            if (annotation instanceof PathParam path) {
                return path.value();
            }
            if (annotation instanceof HeaderParam header) {
                return header.value();
            }
        }
        return "parameter";
    }

    private static boolean isOfQuery(Annotation[] annotations) {
        return Arrays.stream(annotations).anyMatch(QueryParam.class::isInstance);
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
