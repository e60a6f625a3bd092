package org.investmentpipeline.query;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.investmentpipeline.catalogue.CatalogueEntry;
import org.investmentpipeline.input.ParameterReader;
import org.investmentpipeline.input.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * A property of the rows of a register by which they are filtered and, some of them, broken down. A register declares each of its
 * dimensions once, in its {@link Dimensions}: parameters, conditions in SQL and on columns, rows, links and the contract derive from
 * it. Two dimensions are equal only if they are the same object.
 */
public final class Dimension {
    /** The kinds of values, and the way they are compared. */
    public enum Kind {
        /** One of a closed list of words. */
        WORD,
        /** True or false. */
        FLAG,
        /** A code of a catalogue. */
        CODE,
        /** A code of a catalogue that is a tree; it includes all codes below it. */
        TREE,
        /** A set of codes of a catalogue, stored as the text of a {@link org.investmentpipeline.catalogue.CodeSet}; a code selects the sets that have it. */
        SET,
        /** A size tier, as known at the moment of knowledge, in which a number lies. */
        TIER,
        /** A text that is compared as a whole, such as the name of a person. */
        NAME,
        /** The id of a row of another table. */
        ID,
        /** Whether a row has a value in each of several attributes. */
        COMPLETE,
        /** A lower bound of a number, inclusive. */
        LEAST,
        /** An upper bound of a number, inclusive. */
        MOST,
        /** A text to search for. */
        TEXT
    }

    /** The use of a dimension. */
    public enum Use {
        /** To filter by, and to break figures down by; every row has a value. */
        ROWS,
        /** The same, with {@code unknown} for rows without a value. */
        ROWS_OR_UNKNOWN,
        /** Only to filter by, {@code unknown} included. */
        FILTER,
        /** Only to filter by; a row cannot be without a value. */
        FILTER_KNOWN
    }

    private final String json;
    private final Kind kind;
    private final List<String> attributes;
    private final Class<?> type;
    private final Use use;
    private final String description;
    private final @Nullable Dimension own;

    private Dimension(
            String json,
            Kind kind,
            List<String> attributes,
            Class<?> type,
            Use use,
            String description,
            @Nullable Dimension own) {
        this.json = json;
        this.kind = kind;
        this.attributes = List.copyOf(attributes);
        this.type = type;
        this.use = use;
        this.description = description;
        this.own = own;
    }

    /**
     * A dimension with one attribute.
     *
     * @param json the name in parameters and rows
     * @param attribute the attribute of the entity, from its alias on; of a text to search for, none
     * @param type the type of a value: an enum, an entry of a catalogue, {@code Boolean}, {@code Long} or {@code String}
     * @param description the description of the parameter in the contract
     */
    public static Dimension of(String json, Kind kind, String attribute, Class<?> type, Use use, String description) {
        return new Dimension(json, kind, List.of(attribute), type, use, description, null);
    }

    /** A catalogue that is a tree, to break figures down by; {@link #linkedBy()} has the codes without those below them. */
    public static Dimension tree(
            String json,
            String attribute,
            Class<? extends CatalogueEntry.InTree> type,
            String description,
            String descriptionOfOwn) {
        var own = of(
                "own" + Character.toUpperCase(json.charAt(0)) + json.substring(1),
                Kind.CODE,
                attribute,
                type,
                Use.FILTER,
                descriptionOfOwn);
        return new Dimension(json, Kind.TREE, List.of(attribute), type, Use.ROWS_OR_UNKNOWN, description, own);
    }

    /**
     * A set of codes, only to filter by.
     *
     * @param sets the entity with a row for each code ({@code code}) of each set ({@code codes}) that a row has or had
     */
    public static Dimension set(
            String json, String attribute, String sets, Class<? extends CatalogueEntry> type, String description) {
        return new Dimension(json, Kind.SET, List.of(attribute, sets), type, Use.FILTER, description, null);
    }

    /** Whether a row has a value in each of some attributes. */
    public static Dimension complete(String json, List<String> attributes, String description) {
        return new Dimension(json, Kind.COMPLETE, attributes, Boolean.class, Use.FILTER_KNOWN, description, null);
    }

    /**
     * A number that is bounded or lies in a tier.
     *
     * @param attribute the number, zero where there is none
     * @param presence the attribute that is null where there is no number
     */
    public static Dimension number(
            String json, Kind kind, String attribute, String presence, Use use, String description) {
        var type = kind == Kind.TIER ? String.class : BigDecimal.class;
        return new Dimension(json, kind, List.of(attribute, presence), type, use, description, null);
    }

    /** The name in parameters and rows. */
    public String json() {
        return json;
    }

    public Kind kind() {
        return kind;
    }

    /** The description of the parameter in the contract. */
    public String description() {
        return description;
    }

    /** The attribute with the value. */
    public String attribute() {
        return attributes.get(0);
    }

    /** The attributes that are compared as codes. */
    public List<String> attributes() {
        return kind == Kind.COMPLETE ? attributes : attributes.subList(0, 1);
    }

    /** HQL: the value of the row of an alias. */
    public String path(String alias) {
        return alias + "." + attribute();
    }

    /** HQL: the attribute of the row of an alias that is null where a row has no number. */
    String presence(String alias) {
        return alias + "." + attributes.get(1);
    }

    /** The entity with the codes of each set. */
    String sets() {
        return attributes.get(1);
    }

    /** Whether its values are the size tiers known at the moment of knowledge. */
    public boolean isTier() {
        return kind == Kind.TIER;
    }

    /** Whether rows are compared by the codes of values, rather than by a number or a text. */
    public boolean isCoded() {
        return switch (kind) {
            case WORD, FLAG, CODE, TREE, SET, NAME, ID, COMPLETE -> true;
            case TIER, LEAST, MOST, TEXT -> false;
        };
    }

    /** Whether figures can be broken down by it. */
    public boolean isOfRows() {
        return use == Use.ROWS || use == Use.ROWS_OR_UNKNOWN;
    }

    /** Whether a row may be without a value; the word {@code unknown} then selects such rows. */
    public boolean mayBeAbsent() {
        return use == Use.ROWS_OR_UNKNOWN || use == Use.FILTER;
    }

    /** Whether several values may be asked for: any of them. */
    public boolean isRepeatable() {
        return switch (kind) {
            case WORD, FLAG, CODE, TREE, SET, TIER, NAME, ID, COMPLETE -> true;
            case LEAST, MOST, TEXT -> false;
        };
    }

    /** The words of a closed list, {@code unknown} not included; empty for any other kind. */
    public List<String> words() {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()
                : List.of();
    }

    /** The schema of the contract for the words, with {@code unknown} where a value may be absent. */
    public String schemaOfWords() {
        return type.getSimpleName() + (mayBeAbsent() ? "OrUnknown" : "");
    }

    /** Whether its values are true and false. */
    public boolean isTruth() {
        return type == Boolean.class;
    }

    /** The dimension for the link of a row: a row counts an entry of a tree without those below it. */
    public Dimension linkedBy() {
        return own == null ? this : own;
    }

    /** Whether a text selects the rows without a value. */
    boolean isAbsence(String text) {
        return mayBeAbsent() && text.equals(Unknown.WORD);
    }

    /** A value as the database has it; a text of another form is refused. */
    Object read(String text) {
        return ParameterReader.read(json, catalogue() == null ? type : String.class, text);
    }

    /** A text in the form that links repeat. */
    String canonical(String text) {
        var value = isAbsence(text) ? text : read(text);
        return value instanceof BigDecimal number ? number.toPlainString() : text;
    }

    /** The catalogue of its codes; null if it has none. */
    @SuppressWarnings("unchecked")
    @Nullable
    Class<? extends CatalogueEntry> catalogue() {
        return CatalogueEntry.class.isAssignableFrom(type) ? (Class<? extends CatalogueEntry>) type : null;
    }

    /** The catalogue of a dimension of codes. */
    Class<? extends CatalogueEntry> tree() {
        return Objects.requireNonNull(catalogue(), json);
    }

    @Override
    public String toString() {
        return json;
    }
}
