package org.investmentpipeline.project.command;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.input.text.Multiline;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.input.text.TextFormat;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.project.ledger.Description;
import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Origin;
import org.investmentpipeline.project.timeline.PlainFields;
import org.investmentpipeline.project.timeline.Stage;
import org.jspecify.annotations.Nullable;

/** A project to be registered; only the name is mandatory. */
@Schema(name = "ProjectDraft", description = "A project to be registered; only the name is mandatory.")
public record ProjectDraft(
        @Nullable
        @Size(min = 1, max = 64)
        @Code
        @Schema(description = "Unique; assigned when left out. " + CODE_RULE, examples = "2023-0127")
        String code,

        @NotBlank @Size(max = 200) @Schema(required = true, examples = "CMP半导体零部件设备")
        String name,

        @Nullable @Size(min = 1, max = 200) @Schema(description = ENGLISH_NAME)
        String nameEn,

        @Nullable @Schema(description = "UNDER_NEGOTIATION when left out.")
        Stage stage,

        @Nullable
        @Schema(
                description = "The days on which stages were entered, up to `stage`. A later stage without a day is an"
                        + " opening balance of today: in the stock, in no flow.",
                examples = "{\"UNDER_NEGOTIATION\":\"2023-01-05\",\"SIGNED\":\"2023-06-28\"}")
        Map<Stage, LocalDate> stages,

        @Nullable @Schema(description = "The code of a sector.", examples = "semiconductors")
        String sector,

        @Nullable @Schema(description = "The code of a zone.", examples = "wanbei")
        String zone,

        @Nullable @Schema(description = "The code of a department.", examples = "bureau-2")
        String department,

        @Nullable @Valid InvestorDraft investor,
        @Nullable Origin origin,
        @Nullable @Schema(description = "From SIGNED on.") Agreement agreement,

        @Nullable @Schema(description = "A key project; false when left out.")
        Boolean key,

        @Nullable @Valid InvestmentDraft investment,

        @Nullable
        @PositiveOrZero
        @Digits(integer = 12, fraction = 2)
        @Schema(description = "In mu (亩, 1/15 ha).", examples = "120.5")
        BigDecimal landArea,

        @Nullable @PositiveOrZero @Schema(examples = "300") Integer jobs,
        @Nullable @Multiline @Size(max = 4000) String summary,

        @Nullable @Size(min = 1, max = 100) @Schema(description = "包联领导")
        String leader,

        @Nullable @Size(min = 1, max = 100) @Schema(description = "项目专员")
        String officer)
        implements PlainFields {

    static final String ENGLISH_NAME = "The name in English, for English lists and reports; `q` finds it too.";
    static final String CODE_RULE = "No blanks at its ends and no control characters.";

    Description description() {
        return new Description(nameEn == null ? null : Text.strip(nameEn), summary);
    }

    /** A code has no blanks at its ends and no control characters. */
    @TextFormat(
            regexp = "[^\\s\\p{Z}\\p{Cc}]([^\\p{Cc}]*[^\\s\\p{Z}\\p{Cc}])?",
            en = "must be 1 to 64 characters without control characters and without blanks at its ends",
            zh = "应为 1 至 64 个字符，不含控制字符，首尾不含空白")
    @Constraint(validatedBy = {})
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Code {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** An investor by its name, found or registered, or by its id. */
    @Schema(name = "InvestorDraft", description = "Either the name, found or registered, or the id.")
    public record InvestorDraft(
            @Nullable @Schema(examples = "9") Long id,

            @Nullable @Size(min = 1, max = 200) @Schema(examples = "润平电子")
            String name) {}

    /** A planned total investment as it is stated. */
    @Schema(name = "InvestmentDraft", description = "Planned total investment in whole currency units.")
    public record InvestmentDraft(
            @NotNull
            @PositiveOrZero
            @Digits(integer = Money.INTEGER_DIGITS, fraction = Money.DECIMALS)
            @Schema(required = true, examples = "1200000000")
            BigDecimal amount,

            @Nullable @Schema(description = "ISO 4217; CNY when left out.", examples = "CNY")
            String currency,

            @Nullable
            @DecimalMin(value = "0", inclusive = false)
            @Digits(integer = 10, fraction = 8)
            @Schema(description = "CNY per unit; the rate in force on the effective day when left out.")
            BigDecimal rate) {}

    /** Many drafts, registered together or not at all. */
    @Schema(name = "ProjectBatch", description = "Up to 1,000 drafts, registered together or not at all.")
    public record Batch(
            @NotNull @Size(min = 1, max = 1000) @Schema(required = true)
            List<@NotNull @Valid ProjectDraft> projects) {}

    /** The projects that a batch registered. */
    @Schema(name = "ProjectBatchResult", description = "The registered projects, in the order of the drafts.")
    public record BatchResult(@Schema(required = true) List<Registered> projects) {}

    /** One registered project. */
    @Schema(name = "RegisteredProject", description = "The id and code of a registered project.")
    public record Registered(
            @Schema(required = true) long id,
            @Schema(required = true) String code) {}
}
