package org.investmentpipeline.period;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.function.Function;
import org.investmentpipeline.input.ParameterReader;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads parameters that are periods or comparisons. */
@Provider
public class PeriodReader implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var name = ParameterReader.name(annotations);
        if (type == Period.class) {
            return (ParamConverter<T>) new Converter<>(name, Period::parse, Period.FORMS, Period::name);
        }
        if (type == Comparison.class) {
            return (ParamConverter<T>) new Converter<>(name, Comparison::parse, Comparison.FORMS, Object::toString);
        }
        return type == DayComparison.class
                ? (ParamConverter<T>) new Converter<>(name, DayComparison::parse, DayComparison.FORMS, Object::toString)
                : null;
    }

    private record Converter<V>(String name, Function<String, V> parser, String forms, Function<V, String> text)
            implements ParamConverter<V> {
        @Override
        public V fromString(String given) {
            try {
                return parser.apply(given);
            } catch (DateTimeException unreadable) {
                throw Problem.invalid(
                        name,
                        "was '%1$s'; expected one of the forms %2$s",
                        "给出的是“%1$s”；应为以下形式之一：%2$s",
                        Text.shortened(given, 60),
                        forms);
            }
        }

        @Override
        public String toString(V value) {
            return text.apply(value);
        }
    }
}
