package org.investmentpipeline.project.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.catalogue.CatalogueEntry;
import org.investmentpipeline.catalogue.Department;
import org.investmentpipeline.catalogue.Sector;
import org.investmentpipeline.catalogue.Zone;
import org.investmentpipeline.input.ParameterFamily;
import org.investmentpipeline.input.ParameterReader;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Origin;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;

/**
 * A value of a position by which projects are filtered and figures are broken down. To add one is to add its line here: the
 * parameter, the condition, the rows, the links and the contract are made of it.
 */
public enum Dimension implements ParameterFamily.Named {
    STAGE("stage", Stage.class, Use.ROWS, "Stages."),
    STATUS("status", Status.class, Use.ROWS, "Statuses."),
    SIZE(
            "cny",
            String.class,
            Use.ROWS_OR_UNKNOWN,
            "Codes of size tiers, or `unknown` for projects without an investment."),
    SECTOR("sector", Sector.class, Use.ROWS_OR_UNKNOWN, "Codes of sectors, each with all below it, or `unknown`."),
    OWN_SECTOR(
            "sector",
            Sector.class,
            Use.FILTER,
            "Codes of sectors without those below them, or `unknown`; the rows of figures link to these."),
    ZONE("zone", Zone.class, Use.ROWS_OR_UNKNOWN, "Codes of zones, or `unknown`."),
    DEPARTMENT(
            "department",
            Department.class,
            Use.ROWS_OR_UNKNOWN,
            "Codes of departments, each with all below it, or `unknown`."),
    OWN_DEPARTMENT(
            "department",
            Department.class,
            Use.FILTER,
            "Codes of departments without those below them, or `unknown`; what the rows of figures link to."),
    ORIGIN("origin", Origin.class, Use.ROWS_OR_UNKNOWN, "Origins of capital, or `unknown`."),
    AGREEMENT("agreement", Agreement.class, Use.ROWS_OR_UNKNOWN, "Kinds of agreement, or `unknown`."),
    KEY("key", Boolean.class, Use.ROWS, "Key projects, or those that are not."),
    LEADER("leader", String.class, Use.ROWS_OR_UNKNOWN, "Leaders by their full name, or `unknown`."),
    OFFICER("officer", String.class, Use.FILTER, "Officers by their full name, or `unknown`."),
    INVESTOR("investor", Long.class, Use.FILTER, "Ids of investors, or `unknown`.");

    /** What a dimension is good for. */
    private enum Use {
        /** To filter by, and to break figures down by; no position is without it. */
        ROWS,
        /** The same, but {@code unknown} stands where a position has no value. */
        ROWS_OR_UNKNOWN,
        /** Only to filter by, {@code unknown} too. */
        FILTER
    }

    private final String column;
    private final Class<?> type;
    private final Use use;
    private final String description;

    Dimension(String column, Class<?> type, Use use, String description) {
        this.column = column;
        this.type = type;
        this.use = use;
        this.description = description;
    }

    /** What figures can be broken down by. */
    public static List<Dimension> ofRows() {
        return Arrays.stream(values())
                .filter(dimension -> dimension.use != Use.FILTER)
                .toList();
    }

    /** The name in parameters and rows. */
    @Override
    public String json() {
        var words = name().split("_");
        var json = new StringBuilder(words[0].toLowerCase(Locale.ROOT));
        for (var i = 1; i < words.length; i++) {
            json.append(words[i].charAt(0)).append(words[i].substring(1).toLowerCase(Locale.ROOT));
        }
        return json.toString();
    }

    /** What the contract says of the parameter. */
    public String description() {
        return description;
    }

    /** Where a query finds the value, with the alias of the position. */
    public String path(String alias) {
        return alias + "." + column;
    }

    /** The attribute of a position that has the value. */
    public String attribute() {
        return column;
    }

    /** Whether its values are the size tiers known at the moment of knowledge, in which the number of the attribute lies. */
    public boolean isBracket() {
        return this == SIZE;
    }

    /** Whether a project may have no value here; the word {@code unknown} then stands for it. */
    public boolean mayBeAbsent() {
        return use != Use.ROWS;
    }

    /** The words it may take besides {@code unknown}; none when they are not a closed list. */
    public List<String> words() {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()
                : List.of();
    }

    /** The schema that the contract has for the words, with {@code unknown} where there may be none. */
    public String nameOfWords() {
        return type.getSimpleName() + (mayBeAbsent() ? "OrUnknown" : "");
    }

    public boolean isTruth() {
        return type == Boolean.class;
    }

    /** Whether a code includes all codes below it. */
    public boolean isTree() {
        return CatalogueEntry.InTree.class.isAssignableFrom(type) && use != Use.FILTER;
    }

    /** The dimension that a row of this one is linked by: a row counts an entry of a tree for itself, without those below. */
    public Dimension linkedBy() {
        return isTree() ? valueOf("OWN_" + name()) : this;
    }

    /** The dimension of a name that figures can be broken down by; empty when there is none. */
    public static Optional<Dimension> ofRows(String json) {
        return ofRows().stream()
                .filter(dimension -> dimension.json().equals(json))
                .findFirst();
    }

    /** Whether a text means that there is no value. */
    boolean isAbsence(String text) {
        return mayBeAbsent() && text.equals(Catalogue.UNKNOWN);
    }

    /** A value as the database holds it; refused when it has another form. */
    Object read(String text) {
        return ParameterReader.read(json(), isCatalogued() ? String.class : type, text);
    }

    /** Refuses a value that no catalogue has. */
    @SuppressWarnings("unchecked")
    void check(String text, Catalogue catalogue) {
        if (isCatalogued() && !catalogue.has((Class<? extends CatalogueEntry>) type, text)) {
            throw Problem.invalid(json(), "there is no '%s'", "没有“%s”", text);
        }
    }

    /** The values that match when some are asked for: in a tree also all codes below them. */
    @SuppressWarnings("unchecked")
    Collection<?> expanded(List<?> values, Catalogue catalogue) {
        return isTree()
                ? catalogue.withDescendants((Class<? extends CatalogueEntry>) type, (List<String>) values)
                : values;
    }

    private boolean isCatalogued() {
        return CatalogueEntry.class.isAssignableFrom(type);
    }
}
