package org.investmentpipeline.project.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Origin;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.security.audit.AuditActor;
import org.investmentpipeline.security.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/** A project in responses: its description, and its state on the day of the answer. */
@Schema(name = "Project", description = "A project, as it is on the day of the answer.")
public record ProjectView(
        @Schema(required = true, examples = "127") long id,
        @Schema(required = true, examples = "2023-0127") String code,
        @Schema(required = true) String name,

        @Schema(required = true, nullable = true, description = "The name in English.") @Nullable
        String nameEn,

        @Schema(required = true) Stage stage,

        @Schema(
                required = true,
                nullable = true,
                description = "The day the stage was entered; null when it was taken over.")
        @Nullable
        LocalDate stageSince,

        @Schema(required = true) Status status,

        @Schema(required = true, nullable = true, description = "Why it is suspended or withdrawn.") @Nullable
        String statusReason,

        @Schema(required = true, nullable = true) @Nullable String sector,
        @Schema(required = true, nullable = true) @Nullable String zone,
        @Schema(required = true, nullable = true) @Nullable String department,
        @Schema(required = true, nullable = true) @Nullable InvestorView investor,
        @Schema(required = true, nullable = true) @Nullable Origin origin,
        @Schema(required = true, nullable = true) @Nullable Agreement agreement,
        @Schema(required = true) boolean key,
        @Schema(required = true, nullable = true) @Nullable InvestmentView investment,

        @Schema(
                required = true,
                nullable = true,
                description = "The code of the size tier; null without an investment.",
                examples = "1b-5b")
        @Nullable
        String size,

        @Schema(required = true, nullable = true, description = "In mu (亩, 1/15 ha).") @Nullable
        BigDecimal landArea,

        @Schema(required = true, nullable = true) @Nullable Integer jobs,
        @Schema(required = true, nullable = true) @Nullable String summary,
        @Schema(required = true, nullable = true) @Nullable String leader,
        @Schema(required = true, nullable = true) @Nullable String officer,

        @Schema(
                required = true,
                description = "The codes of the project lists that it is on.",
                examples = "[\"provincial-2023\"]")
        List<String> lists,

        @Schema(required = true, description = "What the next stage still requires.")
        List<String> missing,

        @Schema(
                required = true,
                description = "The days on which stages were entered.",
                examples = "{\"UNDER_NEGOTIATION\":\"2023-01-05\",\"SIGNED\":\"2023-06-28\"}")
        Map<Stage, LocalDate> stages,

        @Schema(required = true, description = "As in the ETag.")
        int version,

        @Schema(description = "How it came through the stages, rising; only where one project is answered.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<Move> moves) {

    /** Who invests. */
    @Schema(name = "ProjectInvestor", description = "Who invests.")
    public record InvestorView(
            @Schema(required = true) long id,
            @Schema(required = true) String name) {}

    /** A planned total investment with its value in CNY. */
    @Schema(
            name = "Investment",
            description = "Planned total investment, and its value in CNY at the rate it was converted at.")
    public record InvestmentView(
            @Schema(required = true, examples = "1200000000")
            BigDecimal amount,

            @Schema(required = true, examples = "CNY") String currency,
            @Schema(required = true, examples = "1") BigDecimal rate,

            @Schema(required = true, examples = "1200000000")
            BigDecimal cny) {}

    /** A step from one stage to another that stands. */
    @Schema(name = "Move", description = "A step from one stage to another.")
    public record Move(
            @Schema(required = true) long id,
            @Schema(required = true) Stage from,
            @Schema(required = true) Stage to,
            @Schema(required = true) LocalDate on,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "How exactly the day was stated; null when the stage was taken over without one.")
            @Nullable
            Precision precision,

            @Schema(required = true, nullable = true) @Nullable
            Agreement agreement,

            @Schema(required = true, nullable = true) @Nullable
            String note) {}

    /** One page of projects. */
    @Schema(name = "ProjectPage", description = "One page of projects, all as of one day and one moment of knowledge.")
    public record Page(
            @Schema(required = true) List<ProjectView> items,

            @Schema(required = true, nullable = true, description = "The cursor of the next page; null on the last.")
            @Nullable
            String next,

            @Schema(description = "How many there are in all; only with count=true.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Long total) {}

    /** A position of the timeline. */
    @Schema(
            name = "Position",
            description = "A span of a project's life, and the span of knowledge in which it was so known.")
    public record PositionView(
            @Schema(required = true, description = "Inclusive.")
            LocalDate from,

            @Schema(required = true, nullable = true, description = "Exclusive; null while it holds.") @Nullable
            LocalDate to,

            @Schema(required = true, description = "The order among positions that begin on one day.")
            int ordinal,

            @Schema(required = true, description = "Whether its start enters the stage on a stated day.")
            boolean entry,

            @Schema(required = true, nullable = true, description = "How exactly that day was stated.") @Nullable
            Precision precision,

            @Schema(required = true) Stage stage,
            @Schema(required = true) Status status,

            @Schema(required = true, nullable = true) @Nullable
            String statusReason,

            @Schema(required = true, nullable = true) @Nullable
            InvestmentView investment,

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
            InvestorView investor,

            @Schema(required = true, nullable = true) @Nullable
            String leader,

            @Schema(required = true, nullable = true) @Nullable
            String officer,

            @Schema(required = true, nullable = true, description = "In mu (亩, 1/15 ha).") @Nullable
            BigDecimal landArea,

            @Schema(required = true, nullable = true) @Nullable
            Integer jobs,

            @Schema(
                    required = true,
                    description = "The codes of the project lists that it is on.",
                    examples = "[\"provincial-2023\"]")
            List<String> lists,

            @Schema(required = true, description = "From when on it was known.")
            Instant recordedAt,

            @Schema(required = true, nullable = true, description = "When it was superseded; null while it is current.")
            @Nullable
            Instant supersededAt) {}

    /** A project's timeline. */
    @Schema(name = "Timeline", description = "All positions ever recorded, by knowledge and then by day.")
    public record TimelineView(@Schema(required = true) List<PositionView> items) {}

    /** One thing that was done to a project. */
    @Schema(name = "ProjectChange", description = "One thing that was done to a project.")
    public record ChangeView(
            @Schema(required = true) long id,
            @Schema(required = true) ProjectChange.Kind kind,

            @Schema(required = true, nullable = true) @Nullable
            Stage stage,

            @Schema(required = true, nullable = true, description = "The day from which it holds.") @Nullable
            LocalDate effectiveOn,

            @Schema(required = true, nullable = true) @Nullable
            String note,

            @Schema(required = true, nullable = true, description = "The move that a reversal reverses.") @Nullable
            Long reverses,

            @Schema(required = true) List<FieldChange> values,
            @Schema(required = true) Instant recordedAt,

            @Schema(required = true, nullable = true, description = "By whom; null before there were users.") @Nullable
            AuditActor by) {}

    /** A project's history. */
    @Schema(name = "ProjectHistory", description = "What was done to a project, the latest first.")
    public record History(@Schema(required = true) List<ChangeView> items) {}
}
