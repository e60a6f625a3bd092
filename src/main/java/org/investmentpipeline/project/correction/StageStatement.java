package org.investmentpipeline.project.correction;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.timeline.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The stages of a project stated anew.
 *
 * @param days the day of each stated stage; null for a stage that was never entered
 */
public record StageStatement(Map<Stage, @Nullable StatedDay> days) {
    private static final List<String> STAGES =
            Stream.of(Stage.values()).map(Stage::name).toList();

    /** Reads the body of a request. */
    public static StageStatement read(JsonNode body) {
        if (!body.isObject()) {
            throw Problem.invalid("body", "expected an object", "应为对象");
        }
        var days = new EnumMap<Stage, @Nullable StatedDay>(Stage.class);
        body.properties().forEach(property -> {
            var name = property.getKey();
            if (!STAGES.contains(name)) {
                throw Problem.invalid(name, "is no stage; stages are %s", "不是阶段；阶段有 %s", String.join(", ", STAGES));
            }
            days.put(Stage.valueOf(name), day(name, property.getValue()));
        });
        return new StageStatement(days);
    }

    private static @Nullable StatedDay day(String stage, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw noDay(stage, value.toString());
        }
        try {
            return StatedDay.parse(value.textValue());
        } catch (DateTimeException unreadable) {
            throw noDay(stage, value.textValue());
        }
    }

    private static Problem noDay(String stage, String text) {
        return Problem.invalid(
                stage,
                "was '%s'; expected a day, month, quarter or year such as %s, or null",
                "给出的是“%s”；应为日、月、季度或年，如 %s，或 null",
                text,
                StatedDay.FORMS);
    }

    /** The statement as the contract describes it. */
    @Schema(
            name = "StageStatement",
            description =
                    "The day on which each stage was entered: a day, month, quarter or year (2023-06-28, 2023-06, "
                            + "2023-Q2, 2023). Null: the stage was never entered. Stages that are left out stay as they are.")
    public record Documented(
            @Schema(name = "UNDER_NEGOTIATION", nullable = true, examples = "2023-01") @Nullable
            String underNegotiation,

            @Schema(name = "SIGNED", nullable = true, examples = "2023-06-01") @Nullable
            String signed,

            @Schema(name = "GROUNDBREAKING", nullable = true, examples = "2023-11-08") @Nullable
            String groundbreaking,

            @Schema(name = "COMPLETED", nullable = true, examples = "2024-Q2") @Nullable
            String completed) {}
}
