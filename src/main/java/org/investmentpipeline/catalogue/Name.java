package org.investmentpipeline.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The name of an entry in both languages. */
@Embeddable
@Schema(name = "Name", description = "What it is called, in Chinese and in English.")
public record Name(
        @Schema(required = true, examples = "新能源") @Column(name = "name_zh")
        String zh,

        @Schema(required = true, examples = "New energy") @Column(name = "name_en")
        String en) {}
