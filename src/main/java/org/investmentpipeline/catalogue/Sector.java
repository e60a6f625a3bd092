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

/** The industry of a project (产业); sectors form a tree, such as 工业 with its branches. */
@Entity
@Table(name = "sector")
public class Sector extends CatalogueEntry.InTree {
    @Produces
    @Singleton
    static final AuditTargetKind SECTOR = new AuditTargetKind("SECTOR");

    public static final CatalogueKind<Sector> KIND =
            new CatalogueKind<>(Sector.class, Sector::new, SECTOR, new LocalizedText("sector", "产业"));

    /** A new sector. */
    @Schema(name = "SectorDraft", description = "A new sector.")
    public record Draft(
            @NotNull
            @Size(min = 1, max = 64)
            @Code
            @Schema(required = true, description = CODE_RULE, examples = "semiconductors")
            String code,

            @NotNull @Valid @Schema(required = true) NameDraft name,

            @Nullable @Schema(nullable = true, description = "The sector above it.", examples = "industry")
            String parent,

            @Nullable @Schema(description = "Whether it is offered for new projects; true when left out.")
            Boolean active)
            implements Values<Sector> {}

    /** The replaceable values of a sector; the parent is fixed once a project names the sector. */
    @Schema(name = "SectorChange", description = "What replaces a sector's values; the parent is fixed once in use.")
    public record Change(
            @NotNull @Valid @Schema(required = true) NameDraft name,

            @Nullable @Schema(nullable = true, description = "The sector above it.")
            String parent,

            @NotNull @Schema(required = true, description = "Whether it is offered for new projects.")
            Boolean active)
            implements Values<Sector> {}

    /** A sector in responses. */
    @Schema(name = "Sector", description = "A sector.")
    public record View(
            @Schema(required = true, examples = "semiconductors")
            String code,

            @Schema(required = true) Name name,

            @Schema(required = true, nullable = true, description = "The sector above it.") @Nullable
            String parent,

            @Schema(required = true, description = "Whether it is offered for new projects.")
            boolean active) {

        static View of(Sector sector) {
            return new View(sector.code, sector.name, sector.parent(), sector.active);
        }
    }

    /** One page of sectors, by code. */
    @Schema(name = "SectorPage", description = "One page of sectors, by code.")
    public record Page(
            @Schema(required = true) List<View> items,

            @Schema(required = true, nullable = true, description = "The cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
