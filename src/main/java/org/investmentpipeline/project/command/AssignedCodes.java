package org.investmentpipeline.project.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.investmentpipeline.ledger.LedgerWriter;
import org.investmentpipeline.project.ledger.Project;

/**
 * Codes that the service assigned to projects registered without one, such as {@code 2023-0001}. A code of this form is a project's
 * own where the history has it: a registration or change that stated a code says so. Registrations of older releases do not, so
 * a code of this form that was stated to them counts as assigned.
 */
@ApplicationScoped
public class AssignedCodes {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{4,}");

    /** As {@code field_values} has a stated code. */
    private static final String STATED = "%\"field\":\"code\"%";

    private final EntityManager entities;

    AssignedCodes(EntityManager entities) {
        this.entities = entities;
    }

    static String of(int year, int number) {
        return String.format(Locale.ROOT, "%04d-%04d", year, number);
    }

    /** The ids of those projects that have no code of their own. */
    public Set<Long> among(Collection<Project> projects) {
        var ids = projects.stream()
                .filter(project -> FORM.matcher(project.code).matches())
                .map(Project::id)
                .distinct()
                .toList();
        var assigned = new HashSet<>(ids);
        for (var some : LedgerWriter.batches(ids)) {
            assigned.removeAll(statedCodes(some));
        }
        return assigned;
    }

    private Set<Long> statedCodes(List<Long> ids) {
        var found = new HashSet<Long>();
        for (var id : entities.createNativeQuery(
                        "select distinct c.project_id from project_change c where c.project_id = any(:ids)"
                                + " and c.field_values like :stated and c.undoes is null and not exists (select 1 from"
                                + " project_change u where u.project_id = c.project_id and u.undoes = c.recorded_at)",
                        Long.class)
                .setParameter("ids", ids.toArray(Long[]::new))
                .setParameter("stated", STATED)
                .getResultList()) {
            found.add(((Number) id).longValue());
        }
        return found;
    }
}
