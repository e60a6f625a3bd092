package org.investmentpipeline.project;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.investmentpipeline.api.Problem;
import org.jspecify.annotations.Nullable;

/** One investment project: its identity and description. How it stands is on the ledger. */
@Entity
@Table(name = "project")
public class Project {
    @Id
    @GeneratedValue(generator = "project_seq")
    @SequenceGenerator(name = "project_seq", sequenceName = "project_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Column(name = "code")
    public String code = "";

    @Column(name = "name")
    public String name = "";

    /** In mu (亩, 1/15 ha). */
    @Column(name = "land_area")
    public @Nullable BigDecimal landArea;

    @Column(name = "jobs")
    public @Nullable Integer jobs;

    @Column(name = "summary")
    public @Nullable String summary;

    /** Registered by mistake; the row and its code stay. */
    @Column(name = "deleted")
    boolean deleted;

    @Version
    @Column(name = "version")
    int version;

    public long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    public int version() {
        return version;
    }

    public boolean isDeleted() {
        return deleted;
    }

    /** The projects in the database. */
    @ApplicationScoped
    public static class Repository implements PanacheRepository<Project> {
        private static final int BATCH = 1000;

        /** A project that was not deleted. */
        public Project get(long id) {
            return find("id = ?1 and deleted = false", id)
                    .firstResultOptional()
                    .orElseThrow(() -> Problem.notFound("project", id));
        }

        /** A project to be changed: locked until the transaction ends. */
        public Project lock(long id) {
            return find("id = ?1 and deleted = false", id)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .firstResultOptional()
                    .orElseThrow(() -> Problem.notFound("project", id));
        }

        /** The projects with one of the codes, deleted ones among them, locked until the transaction ends. */
        public List<Project> lockCoded(Collection<String> codes) {
            return codes.isEmpty()
                    ? List.of()
                    : find("code in ?1 order by id", codes)
                            .withLock(LockModeType.PESSIMISTIC_WRITE)
                            .list();
        }

        /** The projects with one of the names that were not deleted, locked until the transaction ends. */
        public List<Project> lockNamed(Collection<String> names) {
            return names.isEmpty()
                    ? List.of()
                    : find("name in ?1 and deleted = false order by id", names)
                            .withLock(LockModeType.PESSIMISTIC_WRITE)
                            .list();
        }

        /** Those of the codes that are taken, by projects deleted or not. */
        public Set<String> taken(Collection<String> codes) {
            var found = new HashSet<String>();
            var all = List.copyOf(codes);
            for (var start = 0; start < all.size(); start += BATCH) {
                found.addAll(getEntityManager()
                        .createQuery("select p.code from Project p where p.code in :codes", String.class)
                        .setParameter("codes", all.subList(start, Math.min(start + BATCH, all.size())))
                        .getResultList());
            }
            return found;
        }
    }
}
