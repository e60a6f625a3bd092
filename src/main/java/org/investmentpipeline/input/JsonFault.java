package org.investmentpipeline.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Translates a Jackson exception into a violation, named by the path of the faulty value. */
public final class JsonFault {
    private JsonFault() {}

    public static Violation of(JsonProcessingException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return Violation.of(
                    path(unknown),
                    "is not a known property; known are %s",
                    "不是已知的属性；可用的有 %s",
                    unknown.getKnownPropertyIds() == null
                            ? ""
                            : unknown.getKnownPropertyIds().stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        if (unreadable instanceof JsonMappingException mapping && problemIn(mapping) instanceof Problem problem) {
            return new Violation(path(mapping), problem.asViolations().get(0).message());
        }
        if (unreadable instanceof JsonMappingException mapping
                && mapping.getCause() instanceof InputCoercionException outside) {
            var expected = expected(outside.getTargetType());
            return Violation.of(
                    path(mapping), "is out of range; expected %1$s", "超出范围；应为%2$s", expected.en(), expected.zh());
        }
        if (unreadable instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch);
        }
        var where = unreadable.getLocation();
        var position = where == null ? "" : where.getLineNr() + ":" + where.getColumnNr();
        return unreadable instanceof StreamReadException
                ? Violation.of(
                        "body",
                        "is not well-formed JSON (line:column %s): %s",
                        "不是合法的 JSON（行:列 %s）：%s",
                        position,
                        unreadable.getOriginalMessage().replaceAll("(?s) \\(start marker.*", ""))
                : Violation.of("body", "cannot be read (line:column %s)", "无法识别（行:列 %s）", position);
    }

    private static Violation mismatch(MismatchedInputException mismatch) {
        var target = mismatch.getTargetType();
        var expected = expected(target);
        return mismatch instanceof InvalidFormatException format
                ? Violation.of(
                        path(mismatch),
                        "was %1$s; expected %2$s",
                        "给出的是 %1$s；应为%3$s",
                        format.getValue(),
                        expected.en(),
                        expected.zh())
                : Violation.of(path(mismatch), "expected %1$s", "应为%2$s", expected.en(), expected.zh());
    }

    private static LocalizedText expected(@Nullable Class<?> type) {
        if (type == null) {
            return LocalizedText.of("another type", "其他类型");
        }
        if (type.isEnum()) {
            var words =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
            return LocalizedText.of("one of %s", "以下之一：%s", words);
        }
        return switch (type.getSimpleName()) {
            case "LocalDate" -> LocalizedText.of("a day such as 2023-06-28", "日期，如 2023-06-28");
            case "String" -> LocalizedText.of("a text", "文本");
            case "BigDecimal" -> LocalizedText.of("a decimal number", "十进制数");
            case "Integer", "int", "Long", "long" -> LocalizedText.of("a whole number", "整数");
            case "Boolean", "boolean" -> LocalizedText.of("true or false", "true 或 false");
            default ->
                List.class.isAssignableFrom(type)
                        ? LocalizedText.of("an array", "数组")
                        : LocalizedText.of("an object", "对象");
        };
    }

    private static @Nullable Throwable problemIn(JsonMappingException mapping) {
        return mapping.getCause();
    }

    private static String path(JsonMappingException mapping) {
        var text = new StringBuilder();
        for (var step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return text.isEmpty() ? "body" : text.toString();
    }
}
