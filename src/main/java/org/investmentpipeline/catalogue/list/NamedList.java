package org.investmentpipeline.catalogue.list;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.catalogue.CatalogueEntry;
import org.investmentpipeline.catalogue.CatalogueKind;
import org.investmentpipeline.catalogue.Name;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.security.audit.AuditTargetKind;
import org.jspecify.annotations.Nullable;

/** A list that some authority issues and projects are put on (重点项目清单). The ledger has its members, day by day. */
@Entity
@Table(name = "project_list")
public class NamedList extends CatalogueEntry {
    @Produces
    @Singleton
    public static final AuditTargetKind PROJECT_LIST = new AuditTargetKind("PROJECT_LIST");

    public static final CatalogueKind<NamedList> KIND = new CatalogueKind<>(
            NamedList.class, NamedList::new, PROJECT_LIST, new LocalizedText("project list", "项目清单"));

    private static final String ISSUER = "The authority that issues the list.";
    private static final String LEVEL = "The level of the list, such as 省级 or 市级.";
    private static final String SIZE = "The most projects on any day; null without a limit.";

    @Column(name = "issuer")
    @Nullable
    String issuer;

    @Column(name = "level")
    @Nullable
    String level;

    @Column(name = "most")
    @Nullable
    Integer size;

    /** The most members on any day; null without a limit. */
    public @Nullable Integer size() {
        return size;
    }

    @Override
    protected SortedMap<String, String> auditedValues() {
        var values = super.auditedValues();
        if (issuer != null) {
            values.put("issuer", issuer);
        }
        if (level != null) {
            values.put("level", level);
        }
        if (size != null) {
            values.put("size", size.toString());
        }
        return values;
    }

    /** The values that only lists have. */
    private interface Own extends Values<NamedList> {
        @Nullable
        String issuer();

        @Nullable
        String level();

        @Nullable
        Integer size();

        @Override
        default void assignOwn(NamedList list) {
            list.issuer = stripped(issuer());
            list.level = stripped(level());
            list.size = size();
        }

        private static @Nullable String stripped(@Nullable String text) {
            return text == null ? null : Text.strip(text);
        }
    }

    /** A new list. */
    @Schema(name = "ProjectListDraft", description = "A new project list.")
    public record Draft(
            @NotNull
            @Size(min = 1, max = 64)
            @Code
            @Schema(required = true, description = CODE_RULE, examples = "provincial-2023")
            String code,

            @NotNull @Valid @Schema(required = true) NameDraft name,

            @Nullable @Size(min = 1, max = 100) @Schema(nullable = true, description = ISSUER, examples = "省发展改革委")
            String issuer,

            @Nullable @Size(min = 1, max = 100) @Schema(nullable = true, description = LEVEL, examples = "省级")
            String level,

            @Nullable @Positive @Schema(nullable = true, description = SIZE, examples = "48")
            Integer size,

            @Nullable @Schema(description = "Whether projects can be put on it; true when left out.")
            Boolean active)
            implements Own {}

    /** The replaceable values of a list: all but its code. */
    @Schema(name = "ProjectListChange", description = "What replaces the values of a project list.")
    public record Change(
            @NotNull @Valid @Schema(required = true) NameDraft name,

            @Nullable @Size(min = 1, max = 100) @Schema(nullable = true, description = ISSUER)
            String issuer,

            @Nullable @Size(min = 1, max = 100) @Schema(nullable = true, description = LEVEL)
            String level,

            @Nullable @Positive @Schema(nullable = true, description = SIZE, examples = "48")
            Integer size,

            @NotNull @Schema(required = true, description = "Whether projects can be put on it.")
            Boolean active)
            implements Own {}

    /** A list in responses. */
    @Schema(name = "ProjectList", description = "A project list.")
    public record View(
            @Schema(required = true, examples = "provincial-2023")
            String code,

            @Schema(required = true) Name name,

            @Schema(required = true, nullable = true, description = ISSUER) @Nullable
            String issuer,

            @Schema(required = true, nullable = true, description = LEVEL) @Nullable
            String level,

            @Schema(required = true, nullable = true, description = SIZE, examples = "48") @Nullable
            Integer size,

            @Schema(required = true, description = "Whether projects can be put on it.")
            boolean active) {

        static View of(NamedList list) {
            return new View(list.code, list.name, list.issuer, list.level, list.size, list.active);
        }
    }

    /** One page of lists, by code. */
    @Schema(name = "ProjectListPage", description = "One page of project lists, by code.")
    public record Page(
            @Schema(required = true) List<View> items,

            @Schema(required = true, nullable = true, description = "The cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
