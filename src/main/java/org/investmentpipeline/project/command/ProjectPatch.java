package org.investmentpipeline.project.command;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.input.text.Multiline;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.project.command.ProjectDraft.InvestorDraft;
import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Origin;
import org.investmentpipeline.project.timeline.PlainFields;
import org.jspecify.annotations.Nullable;

/** A JSON Merge Patch (RFC 7396) of a project: what is left out stays, what is null goes. */
@Schema(
        name = "ProjectPatch",
        description =
                "JSON Merge Patch: what is left out stays, what is null goes; no null within `investment` or `investor`.")
public record ProjectPatch(
        @Nullable @Size(min = 1, max = 64) @ProjectDraft.Code @Schema(description = ProjectDraft.CODE_RULE)
        String code,

        @Nullable @Size(min = 1, max = 200) String name,

        @Nullable @Size(min = 1, max = 200) @Schema(nullable = true, description = ProjectDraft.ENGLISH_NAME)
        String nameEn,

        @Nullable @Schema(nullable = true) String sector,
        @Nullable @Schema(nullable = true) String zone,
        @Nullable @Schema(nullable = true) String department,
        @Nullable @Valid @Schema(nullable = true) InvestorDraft investor,
        @Nullable @Schema(nullable = true) Origin origin,

        @Nullable @Schema(nullable = true, description = "A signed project keeps one.")
        Agreement agreement,

        @Nullable Boolean key,
        @Nullable @Valid @Schema(nullable = true) InvestmentPatch investment,

        @Nullable @PositiveOrZero @Digits(integer = 12, fraction = 2) @Schema(nullable = true)
        BigDecimal landArea,

        @Nullable @PositiveOrZero @Schema(nullable = true) Integer jobs,

        @Nullable @Multiline @Size(max = 4000) @Schema(nullable = true)
        String summary,

        @Nullable @Size(min = 1, max = 100) @Schema(nullable = true)
        String leader,

        @Nullable @Size(min = 1, max = 100) @Schema(nullable = true)
        String officer)
        implements PlainFields {

    /** A merge patch of the investment: an amount without currency keeps the currency. */
    @Schema(
            name = "InvestmentPatch",
            description =
                    "What is left out stays, and nothing is null; stating the same amount again revalues nothing.")
    public record InvestmentPatch(
            @Nullable
            @PositiveOrZero
            @Digits(integer = Money.INTEGER_DIGITS, fraction = Money.DECIMALS)
            @Schema(examples = "1500000000")
            BigDecimal amount,

            @Nullable @Schema(examples = "USD") String currency,

            @Nullable
            @DecimalMin(value = "0", inclusive = false)
            @Digits(integer = 10, fraction = 8)
            @Schema(description = "CNY per unit; corrects a wrong rate.", examples = "7.2258")
            BigDecimal rate) {}
}
