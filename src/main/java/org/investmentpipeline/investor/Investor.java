package org.investmentpipeline.investor;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.investmentpipeline.input.name.NameKey;
import org.investmentpipeline.input.name.NameKeys;
import org.investmentpipeline.input.text.SearchText;
import org.jspecify.annotations.Nullable;

/** The company or group that invests (投资方), known by its name. */
@Entity
@Table(name = "investor")
public class Investor {
    @Id
    @GeneratedValue(generator = "investor_seq")
    @SequenceGenerator(name = "investor_seq", sequenceName = "investor_seq", allocationSize = 50)
    public @Nullable Long id;

    @Column(name = "name")
    public String name = "";

    /** The name in the form that {@code q} searches; null only in rows written by an older release. */
    @Column(name = "search_text")
    @Nullable
    String searchText;

    @Embedded
    NameKeys nameKeys = new NameKeys(null, "", 0);

    @Version
    @Column(name = "version")
    public int version;

    private long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    /** The investors in the database. */
    @ApplicationScoped
    public static class Repository implements PanacheRepository<Investor> {
        private static final int BATCH = 1000;

        /**
         * The ids of the investors that exist among those named. Names are compared by their {@link NameKey}; of several investors, the
         * one of exactly this name is meant, or else the first.
         */
        public Map<String, Long> named(Collection<String> names) {
            var found = new HashMap<String, Long>();
            var all = List.copyOf(new LinkedHashSet<>(names));
            for (var start = 0; start < all.size(); start += BATCH) {
                var batch = all.subList(start, Math.min(start + BATCH, all.size()));
                var alike = alike(batch);
                for (var name : batch) {
                    alike.getOrDefault(NameKey.of(name), List.of()).stream()
                            .min(Comparator.comparing((Investor investor) -> !investor.name.equals(name))
                                    .thenComparing(Investor::id))
                            .ifPresent(investor -> found.put(name, investor.id()));
                }
            }
            return found;
        }

        private Map<String, List<Investor>> alike(List<String> names) {
            var keys = names.stream().map(NameKey::of).distinct().toList();
            var withoutKey = list("nameKeys.matchKey is null and name in ?1", names);
            return Stream.concat(list("nameKeys.matchKey in ?1", keys).stream(), withoutKey.stream())
                    .collect(Collectors.groupingBy(investor -> NameKey.of(investor.name)));
        }

        /** Registers an investor that does not exist. */
        public Long add(String name) {
            var investor = new Investor();
            investor.name = name;
            investor.searchText = SearchText.of(name);
            investor.nameKeys = NameKeys.of(name);
            persist(investor);
            return Objects.requireNonNull(investor.id);
        }

        /** The names of investors by their ids. */
        public Map<Long, String> names(Collection<Long> ids) {
            var found = new HashMap<Long, String>();
            if (!ids.isEmpty()) {
                getEntityManager()
                        .createQuery("select i.id, i.name from Investor i where i.id in :ids", Object[].class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .forEach(row -> found.put((Long) row[0], (String) row[1]));
            }
            return found;
        }
    }
}
