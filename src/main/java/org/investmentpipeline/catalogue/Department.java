package org.investmentpipeline.catalogue;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.security.audit.AuditTargetKind;
import org.jspecify.annotations.Nullable;

/** The department responsible for a project (责任单位); departments form a tree. */
@Entity
@Table(name = "department")
public class Department extends CatalogueEntry.InTree {
    @Produces
    @Singleton
    static final AuditTargetKind DEPARTMENT = new AuditTargetKind("DEPARTMENT");

    public static final CatalogueKind<Department> KIND =
            new CatalogueKind<>(Department.class, Department::new, DEPARTMENT, new LocalizedText("department", "责任单位"));

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
            Boolean active)
            implements Values<Department> {}

    /** The replaceable values of a department; the parent is fixed once a project names the department. */
    @Schema(
            name = "DepartmentChange",
            description = "What replaces a department's values; the parent is fixed once in use.")
    public record Change(
            @NotNull @Valid @Schema(required = true) NameDraft name,

            @Nullable @Schema(nullable = true, description = "The department above it.")
            String parent,

            @NotNull @Schema(required = true, description = "Whether it is offered for new projects.")
            Boolean active)
            implements Values<Department> {}

    /** A department in responses. */
    @Schema(name = "Department", description = "A department.")
    public record View(
            @Schema(required = true, examples = "bureau-2") String code,
            @Schema(required = true) Name name,

            @Schema(required = true, nullable = true, description = "The department above it.") @Nullable
            String parent,

            @Schema(required = true, description = "Whether it is offered for new projects.")
            boolean active) {

        static View of(Department department) {
            return new View(department.code, department.name, department.parent(), department.active);
        }
    }

    /** One page of departments, by code. */
    @Schema(name = "DepartmentPage", description = "One page of departments, by code.")
    public record Page(
            @Schema(required = true) List<View> items,

            @Schema(required = true, nullable = true, description = "The cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
