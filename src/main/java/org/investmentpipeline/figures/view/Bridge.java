package org.investmentpipeline.figures.view;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.figures.table.MovementCause;
import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Origin;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.jspecify.annotations.Nullable;

/** A bridge: how the stock on the eve of a period became the stock at its end. */
@Schema(
        name = "Bridge",
        description =
                "From the stock on the eve of a period to the stock at its end: opening + entered − left + revalued ="
                        + " closing, in counts and in investment.")
public record Bridge(
        @Schema(required = true, examples = "2023-06") String period,

        @Schema(required = true, description = "The first day of the period.")
        LocalDate from,

        @Schema(required = true, description = "Its last day, inclusive; `asOf` may cut it.")
        LocalDate to,

        @JsonUnwrapped Figure.Basis basis,
        @Schema(required = true) List<Row> rows,

        @Schema(
                required = true,
                description = "The sums of all rows: a project that moves from one row to another leaves and enters.")
        Spans total) {
    private static final String LIST =
            "/api/v1/bridge/changes?period=2023-06&side=left&cause=withdrawn&stage=SIGNED&status=ACTIVE";

    /** One row. */
    @Schema(name = "BridgeRow", description = "One row: a value for each dimension of `by`, and its bridge.")
    public record Row(
            @JsonAnyGetter @Schema(hidden = true) Map<String, Object> dimensions,
            @JsonUnwrapped Spans spans) {}

    /** The spans of a bridge. */
    @Schema(name = "BridgeTotal", description = "opening + entered − left + revalued = closing.")
    public record Spans(
            @Schema(
                    required = true,
                    description = "The stock on the day before the period; on `asOf` when that is earlier still.")
            Figure.Total opening,

            @Schema(required = true, description = "The projects that came in, with their investment at that time.")
            Figure.Sum entered,

            @Schema(required = true, description = "The projects that went out, with their last investment.")
            Figure.Sum left,

            @Schema(required = true, description = "The change of investment of those that stayed.")
            Revalued revalued,

            @Schema(required = true, description = "The stock on the last day.")
            Figure.Total closing,

            @Schema(required = true) Causes causes) {}

    /** Changes of investment without coming or going. */
    @Schema(name = "BridgeRevalued", description = "Changes of the investment of projects that stayed.")
    public record Revalued(
            @Schema(required = true, examples = "0", description = "Always 0: no project came or went.")
            long count,

            @Schema(required = true, examples = "300000000", description = "CNY, negative when it fell.")
            BigDecimal investment,

            @Schema(required = true, examples = "2", description = "How many times an investment changed.")
            long changes,

            @Schema(required = true, description = "The list of exactly these changes.", examples = LIST)
            String list) {}

    /** The causes for which projects came and went. */
    @Schema(name = "BridgeCauses", description = "`entered` and `left` by cause; causes of nothing are left out.")
    public record Causes(
            @Schema(required = true) List<Item> entered,
            @Schema(required = true) List<Item> left) {}

    /** The projects that came or went for one cause. */
    @Schema(name = "BridgeCause", description = "The projects that came or went for one cause.")
    public record Item(
            @Schema(
                    required = true,
                    description =
                            "The first that fits: registered on a stated day, taken over without one, moved, suspended,"
                                    + " withdrawn, resumed, or reclassified by another value or across a size edge.")
            MovementCause cause,

            @Schema(required = true, examples = "3") long count,

            @Schema(required = true, examples = "5100000000", description = "CNY.")
            BigDecimal investment,

            @Schema(required = true, description = "The list of exactly these projects.", examples = LIST)
            String list) {}

    /** A project that came in, went out or was revalued. */
    @Schema(name = "BridgeChange", description = "A project that came in, went out or was revalued, before and after.")
    public record Change(
            @Schema(required = true, examples = "127") long id,
            @Schema(required = true, examples = "2023-0127") String code,
            @Schema(required = true) String name,

            @Schema(required = true, description = "The day of the change.")
            LocalDate on,

            @Schema(required = true) MovementCause cause,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "The project before the change; null when its life began.")
            @Nullable
            Position before,

            @Schema(required = true, description = "The project since the change.")
            Position after) {}

    /** The state of a project on one side of a change. */
    @Schema(name = "BridgePosition", description = "The state of a project on one side of a change.")
    public record Position(
            @Schema(required = true) Stage stage,
            @Schema(required = true) Status status,

            @Schema(
                    required = true,
                    nullable = true,
                    examples = "1200000000",
                    description = "CNY; null where there is none.")
            @Nullable
            BigDecimal investment,

            @Schema(required = true, nullable = true) @Nullable
            String sector,

            @Schema(required = true, nullable = true) @Nullable
            String zone,

            @Schema(required = true, nullable = true) @Nullable
            String department,

            @Schema(required = true, nullable = true) @Nullable
            Origin origin,

            @Schema(required = true, nullable = true) @Nullable
            Agreement agreement,

            @Schema(required = true) boolean key,

            @Schema(required = true, nullable = true) @Nullable
            String leader) {}

    /** One page of changes. */
    @Schema(name = "BridgeChanges", description = "A page of changes, by day.")
    public record Page(
            @Schema(required = true) List<Change> items,

            @Schema(required = true, nullable = true, description = "The cursor of the next page.") @Nullable
            String next) {}
}
