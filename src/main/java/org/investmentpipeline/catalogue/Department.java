package org.investmentpipeline.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who answers for a project (责任单位); departments stand under one another. */
@Entity
@Table(name = "department")
public class Department extends CatalogueEntry.InTree {
    /** A new department. */
    @Schema(name = "DepartmentDraft", description = "A new department.")
    public record Draft(
            @NotNull
            @Size(min = 1, max = 64)
            @Code
            @Schema(required = true, description = CODE_RULE, examples = "bureau-2")
            String code,

            @NotNull @Valid @Schema(required = true) NameDraft name,

            @Nullable @Schema(nullable = true, description = "The department above it.", examples = "bureau")
            String parent,

            @Nullable @Schema(description = "Whether it is offered for new projects; true when left out.")
            Boolean active) {}

    /** The replaceable values of a department; the parent is fixed once a project names the department. */
    @Schema(
            name = "DepartmentChange",
            description = "What replaces a department's values; the parent is fixed once in use.")
    public record Change(
            @NotNull @Valid @Schema(required = true) NameDraft name,

            @Nullable @Schema(nullable = true, description = "The department above it.")
            String parent,

            @NotNull @Schema(required = true, description = "Whether it is offered for new projects.")
            Boolean active) {}

    /** A department as it is shown. */
    @Schema(name = "Department", description = "A department.")
    public record View(
            @Schema(required = true, examples = "bureau-2") String code,
            @Schema(required = true) Name name,

            @Schema(required = true, nullable = true, description = "The department above it.") @Nullable
            String parent,

            @Schema(required = true, description = "Whether it is offered for new projects.")
            boolean active) {}

    /** One page of departments, by code. */
    @Schema(name = "DepartmentPage", description = "One page of departments, by code.")
    public record Page(
            @Schema(required = true) List<View> items,

            @Schema(required = true, nullable = true, description = "The cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
