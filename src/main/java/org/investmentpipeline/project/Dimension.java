package org.investmentpipeline.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.investmentpipeline.api.Problem;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.catalogue.CatalogueEntry;
import org.investmentpipeline.catalogue.Department;
import org.investmentpipeline.catalogue.Sector;
import org.investmentpipeline.catalogue.Zone;
import org.investmentpipeline.project.ledger.Agreement;
import org.investmentpipeline.project.ledger.Origin;
import org.investmentpipeline.project.ledger.Stage;
import org.investmentpipeline.project.ledger.Status;

/**
 * A value of a position by which projects are filtered and figures are broken down. To add one is to add its line here and
 * its parameter to {@link ProjectFilter}.
 */
public enum Dimension {
    STAGE("p.stage", Stage.class),
    STATUS("p.status", Status.class),
    SIZE("p.cny", String.class),
    SECTOR("p.sector", Sector.class),
    ZONE("p.zone", Zone.class),
    DEPARTMENT("p.department", Department.class),
    ORIGIN("p.origin", Origin.class),
    AGREEMENT("p.agreement", Agreement.class),
    KEY("p.key", Boolean.class),
    LEADER("p.leader", String.class),
    OFFICER("p.officer", String.class),
    INVESTOR("p.investor", Long.class);

    private final String path;
    private final Class<?> type;

    Dimension(String path, Class<?> type) {
        this.path = path;
        this.type = type;
    }

    /** The name in parameters and rows. */
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where a query finds the value, with {@code p} for the position. */
    public String path() {
        return path;
    }

    /** Whether a project may have no value here; the word {@code unknown} then stands for it. */
    public boolean mayBeAbsent() {
        return this != STAGE && this != STATUS && this != KEY;
    }

    /** The dimension of a name; empty when there is none. */
    public static Optional<Dimension> named(String json) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.json().equals(json))
                .findFirst();
    }

    /** A value as the database holds it; refused when there is none such. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Object read(String text, Catalogue catalogue) {
        try {
            if (type.isEnum()) {
                return Enum.valueOf((Class) type, text);
            }
            if (type == Boolean.class && (text.equals("true") || text.equals("false"))) {
                return Boolean.valueOf(text);
            }
            if (type == Long.class) {
                return Long.valueOf(text);
            }
            if (CatalogueEntry.class.isAssignableFrom(type)) {
                return catalogue.get((Class<? extends CatalogueEntry>) type, text).code;
            }
            if (type == String.class) {
                return text;
            }
        } catch (IllegalArgumentException | Problem unreadable) {
            throw refused(text);
        }
        throw refused(text);
    }

    private Problem refused(String text) {
        var words =
                type.isEnum() ? Arrays.toString(type.getEnumConstants()) : type == Boolean.class ? "true, false" : "";
        return words.isEmpty()
                ? Problem.invalid(json(), "there is no '%s'", "没有“%s”", text)
                : Problem.invalid(json(), "was '%s'; expected one of %s", "给出的是“%s”；应为以下之一：%s", text, words);
    }
}
