package org.investmentpipeline.project.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One value before and after a change, as text: codes, words, days and amounts as JSON writes them. */
@Schema(name = "FieldChange", description = "One value before and after a change, written as text.")
public record FieldChange(
        @Schema(required = true, examples = "investment") String field,

        @Schema(required = true, nullable = true, examples = "1200000000 CNY") @Nullable
        String before,

        @Schema(required = true, nullable = true, examples = "1500000000 CNY") @Nullable
        String after) {}
