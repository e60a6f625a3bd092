package org.investmentpipeline.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.investmentpipeline.security.user.KnownZones;

/** Read access to the catalogues for other features, by the class of their entries. {@link CatalogueEntries} maintains them. */
@ApplicationScoped
public class Catalogue implements KnownZones {
    private static final int LONGEST_CODE = 64;

    private final EntityManager entities;

    public Catalogue(EntityManager entities) {
        this.entities = entities;
    }

    public boolean has(Class<? extends CatalogueEntry> kind, String code) {
        return entities.find(kind, code) != null;
    }

    @Override
    public Set<String> unknown(Collection<String> codes) {
        var unknown = new LinkedHashSet<>(codes);
        all(Zone.class).forEach(zone -> unknown.remove(zone.code));
        return unknown;
    }

    public <E extends CatalogueEntry> List<E> all(Class<E> kind) {
        return entities.createQuery("from " + kind.getName(), kind).getResultList();
    }

    /** The codes themselves and, in a catalogue that is a tree, those of all entries below them. */
    public Set<String> withDescendants(Class<? extends CatalogueEntry> kind, Collection<String> codes) {
        var found = new LinkedHashSet<String>(codes);
        if (codes.isEmpty() || !CatalogueEntry.InTree.class.isAssignableFrom(kind)) {
            return found;
        }
        var open = new ArrayDeque<>(codes);
        var entries = all(kind);
        while (!open.isEmpty()) {
            var above = open.remove();
            entries.stream()
                    .filter(entry -> above.equals(entry.parent()) && found.add(entry.code))
                    .forEach(entry -> open.add(entry.code));
        }
        return found;
    }

    /** A code derived from a name: letters and digits of any script stay, all other characters between them become a hyphen. */
    public static String codeOf(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var code = plain.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        return code.codePoints()
                .limit(LONGEST_CODE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
