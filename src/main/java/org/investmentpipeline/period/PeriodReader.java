package org.investmentpipeline.period;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import org.investmentpipeline.input.ParameterReader;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads period parameters. */
@Provider
public class PeriodReader implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == Period.class ? (ParamConverter<T>) new Converter(ParameterReader.name(annotations)) : null;
    }

    private record Converter(String name) implements ParamConverter<Period> {
        @Override
        public Period fromString(String text) {
            try {
                return Period.parse(text);
            } catch (DateTimeException unreadable) {
                throw Problem.invalid(
                        name,
                        "was '%1$s'; expected one of the forms %2$s",
                        "给出的是“%1$s”；应为以下形式之一：%2$s",
                        Text.shortened(text, 60),
                        Period.FORMS);
            }
        }

        @Override
        public String toString(Period period) {
            return period.name();
        }
    }
}
