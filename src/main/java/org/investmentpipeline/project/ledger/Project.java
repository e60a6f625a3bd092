package org.investmentpipeline.project.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.Session;
import org.investmentpipeline.idempotency.LockWaits;
import org.investmentpipeline.input.name.NameKey;
import org.investmentpipeline.input.name.NameKeys;
import org.investmentpipeline.input.text.SearchText;
import org.investmentpipeline.ledger.BlockNumbers;
import org.investmentpipeline.ledger.LedgerWriter;
import org.investmentpipeline.ledger.Numbered;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.project.timeline.ProjectState;
import org.jspecify.annotations.Nullable;

/** One investment project: its identity and description. How it stands is on the ledger. */
@Entity
@Table(name = "project")
public class Project implements Numbered {
    /** A project in problems. */
    public static final LocalizedText NOUN = new LocalizedText("project", "项目");

    @Id
    @BlockNumbers("project_seq")
    @Nullable
    Long id;

    @Column(name = "code")
    public String code = "";

    @Column(name = "name")
    public String name = "";

    /** Code and names as {@code q} compares them; null only in rows that an older release wrote. */
    @Column(name = "search_text")
    @Nullable
    String searchText;

    @Embedded
    private NameKeys nameKeys = new NameKeys(null, "", 0);

    /** The present value on the ledger, for instances of releases that read it here. */
    @Column(name = "land_area")
    private @Nullable BigDecimal presentLandArea;

    /** The present value on the ledger, for instances of releases that read it here. */
    @Column(name = "jobs")
    private @Nullable Integer presentJobs;

    @Column(name = "name_en")
    private @Nullable String nameEn;

    @Column(name = "summary")
    private @Nullable String summary;

    /** Registered by mistake; the row stays, for a later project with its code. */
    @Column(name = "deleted")
    public boolean deleted;

    @Version
    @Column(name = "version")
    public int version;

    @Override
    public void number(long id) {
        this.id = id;
    }

    public long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    /** Gives the project its code and its name, by which it is also found. */
    public void identify(String code, String name) {
        this.code = code;
        this.name = name;
        this.searchText = searchText();
        this.nameKeys = NameKeys.of(name);
    }

    public void describe(Description description) {
        nameEn = description.nameEn();
        summary = description.summary();
        searchText = searchText();
    }

    public Description description() {
        return new Description(nameEn, summary);
    }

    private String searchText() {
        return SearchText.of(code, Objects.requireNonNullElse(nameEn, ""), name);
    }

    /** The stored key by which the name is sorted. */
    public String nameOrder() {
        return nameKeys.sortKey();
    }

    /** Copies what instances of the release before, which may run on the same database, do not find on the ledger. */
    public void present(ProjectState now) {
        presentLandArea = now.landArea();
        presentJobs = now.jobs();
    }

    public int version() {
        return version;
    }

    public boolean isDeleted() {
        return deleted;
    }

    /**
     * The fault of a code that some project has. It is the same whether that project is in a list, was deleted or is beyond the
     * caller's zones, so that it does not tell which.
     */
    public static Violation codeTaken(String code) {
        return Violation.of(
                "code",
                "'%s' is not available: a project has it, perhaps one that was deleted or that you do not see",
                "“%s”不可用：已有项目使用，可能已删除，或您无权查看",
                code);
    }

    /** The projects in the database. */
    @ApplicationScoped
    public static class Repository implements PanacheRepository<Project> {
        private static final LocalizedText AWAITED =
                new LocalizedText("another change of the same project", "同一项目的另一项变更");

        private final LockWaits waits;

        Repository(LockWaits waits) {
            this.waits = waits;
        }

        /** A project that was not deleted. */
        public Project get(long id) {
            return find("id = ?1 and deleted = false", id)
                    .firstResultOptional()
                    .orElseThrow(() -> Problem.notFound(NOUN, id));
        }

        /** A project to be changed: locked until the transaction ends. */
        public Project lock(long id) {
            return waits.lock(AWAITED, "select * from project where id = :id", Map.of("id", id), Project.class).stream()
                    .filter(project -> !project.deleted)
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound(NOUN, id));
        }

        /**
         * Those of some projects that were not deleted, locked until the transaction ends. All callers lock in the order of ids, so that
         * none waits for another in a circle.
         */
        public List<Project> lockAll(Set<Long> ids) {
            return LedgerWriter.batches(ids.stream().sorted().toList()).stream()
                    .flatMap(some ->
                            rows("id = any(:values) and deleted = false", some.toArray(Long[]::new), true).stream())
                    .toList();
        }

        /** Raises the versions of projects that are locked, without a look at their present ones. */
        public void raiseVersions(Collection<Long> ids) {
            LedgerWriter.batches(List.copyOf(ids))
                    .forEach(some -> getEntityManager()
                            .createQuery("update Project p set p.version = p.version + 1 where p.id in :ids")
                            .setParameter("ids", some)
                            .executeUpdate());
        }

        /** The projects with one of the codes, deleted ones among them, locked until the transaction ends. */
        public List<Project> lockCoded(Collection<String> codes) {
            return coded(codes, true);
        }

        /** The same, with or without a lock. */
        public List<Project> coded(Collection<String> codes, boolean locks) {
            return rows("code = any(:values)", codes.toArray(String[]::new), locks);
        }

        /**
         * The projects with one of the names, by their {@link NameKey}, that were not deleted.
         *
         * @param locks whether to lock them until the transaction ends
         */
        public List<Project> named(Collection<String> names, boolean locks) {
            var keys = names.stream().map(NameKey::of).distinct().toArray(String[]::new);
            var found = new ArrayList<>(rows("name_match = any(:values) and deleted = false", keys, locks));
            // Rows that an older instance wrote a moment ago.
            found.addAll(rows(
                    "name_match is null and name = any(:values) and deleted = false",
                    names.toArray(String[]::new),
                    locks));
            return found;
        }

        /** An array is one parameter, whatever its length: the statement is translated and planned once. */
        private List<Project> rows(String condition, Object[] values, boolean locks) {
            if (values.length == 0) {
                return List.of();
            }
            var where = "from project where " + condition + " order by id";
            var parameters = Map.of("values", values);
            return locks
                            && waits.lockAll(AWAITED, "select id " + where, parameters)
                                    .isEmpty()
                    ? List.of()
                    : rows("select * " + where, values);
        }

        private List<Project> rows(String select, Object[] values) {
            return getEntityManager()
                    .unwrap(Session.class)
                    .createNativeQuery(select, Project.class)
                    .setParameter("values", values)
                    .getResultList();
        }

        /** Locks projects, deleted ones among them, until the transaction ends. */
        public void lockAll(Collection<Long> ids) {
            waits.lockAll(AWAITED, "select id from project where id in (:ids) order by id", Map.of("ids", ids));
        }

        /** The projects of some ids. */
        public List<Project> all(Collection<Long> ids) {
            return rows("select * from project where id = any(:values)", ids.toArray(Long[]::new));
        }

        /** Those of the codes that are taken, by projects deleted or not. */
        public Set<String> taken(Collection<String> codes) {
            var found = new HashSet<String>();
            for (var some : LedgerWriter.batches(List.copyOf(codes))) {
                found.addAll(getEntityManager()
                        .createNativeQuery("select code from project where code = any(:codes)", String.class)
                        .setParameter("codes", some.toArray(String[]::new))
                        .getResultList());
            }
            return found;
        }
    }
}
