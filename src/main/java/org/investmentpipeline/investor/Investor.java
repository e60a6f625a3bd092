package org.investmentpipeline.investor;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
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
import org.hibernate.Session;
import org.investmentpipeline.input.name.NameKey;
import org.investmentpipeline.input.name.NameKeys;
import org.investmentpipeline.input.text.SearchText;
import org.investmentpipeline.ledger.BlockNumbers;
import org.investmentpipeline.ledger.LedgerWriter;
import org.investmentpipeline.ledger.Numbered;
import org.jspecify.annotations.Nullable;

/** The company or group that invests (投资方), known by its name. */
@Entity
@Table(name = "investor")
public class Investor implements Numbered {
    @Id
    @BlockNumbers("investor_seq")
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

    static Investor of(long id, String name) {
        var investor = of(name);
        investor.id = id;
        return investor;
    }

    /** An investor that is not stored yet. */
    private static Investor of(String name) {
        var investor = new Investor();
        investor.name = name;
        investor.searchText = SearchText.of(name);
        investor.nameKeys = NameKeys.of(name);
        return investor;
    }

    @Override
    public void number(long id) {
        this.id = id;
    }

    /** The investors in the database. */
    @ApplicationScoped
    public static class Repository implements PanacheRepository<Investor> {
        /**
         * The ids of the investors that exist among those named. Names are compared by their {@link NameKey}; of several investors, the
         * one of exactly this name is meant, or else the first.
         */
        public Map<String, Long> named(Collection<String> names) {
            var found = new HashMap<String, Long>();
            for (var some : LedgerWriter.batches(List.copyOf(new LinkedHashSet<>(names)))) {
                var alike = alike(some);
                for (var name : some) {
                    alike.getOrDefault(NameKey.of(name), List.of()).stream()
                            .min(Comparator.comparing((Known investor) -> !investor.name.equals(name))
                                    .thenComparing(Known::id))
                            .ifPresent(investor -> found.put(name, investor.id));
                }
            }
            return found;
        }

        private record Known(Long id, String name) {}

        private Map<String, List<Known>> alike(List<String> names) {
            var keys = names.stream().map(NameKey::of).distinct().toList();
            return Stream.concat(
                            known("name_match = any(:values)", keys),
                            known("name_match is null and name = any(:values)", names))
                    .collect(Collectors.groupingBy(investor -> NameKey.of(investor.name)));
        }

        /** An array is one parameter, whatever its length: the statement is translated and planned once. */
        private Stream<Known> known(String condition, List<String> values) {
            return getEntityManager()
                    .unwrap(Session.class)
                    .createNativeQuery("select id, name from investor where " + condition, Object[].class)
                    .setParameter("values", values.toArray(String[]::new))
                    .getResultList()
                    .stream()
                    .map(row -> new Known(((Number) row[0]).longValue(), (String) row[1]));
        }

        /** Registers an investor that does not exist. */
        public Long add(String name) {
            var investor = of(name);
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
