package org.investmentpipeline.input.name;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are stored with a name, by which it is matched and sorted.
 *
 * @param matchKey the {@link NameKey}; null in rows that an older release wrote
 * @param sortKey the {@link NameOrder}; empty in rows that an older release wrote
 * @param rules the {@link #RULES} by which they were computed; 0 in rows that an older release wrote
 */
@Embeddable
public record NameKeys(
        @Column(name = "name_match") @Nullable String matchKey,

        @Column(name = "name_order") String sortKey,

        @Column(name = "name_keys") int rules) {

    /**
     * Increased whenever either key of some name changes, as with another version of ICU: stored keys of smaller numbers are then
     * computed anew. A test compares the keys of all characters with those of this number.
     */
    public static final int RULES = 1;

    public static NameKeys of(String name) {
        return new NameKeys(NameKey.of(name), NameOrder.of(name), RULES);
    }
}
