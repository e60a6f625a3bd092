package org.investmentpipeline.spreadsheet.projects;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.investmentpipeline.problem.Problem;

/**
 * Rows of one file that contradict each other, wherever they are in it. A row that is found by its names must mean the same projects
 * before the file and after it: otherwise another row states the same project with its code, or gives or takes away its name, and
 * both are refused. So the same file means the same when it is imported again.
 */
final class RowContradictions {
    private final Map<Long, NamedProject> register = new HashMap<>();
    private final Map<StatedRow, Problem> withdrawn = new LinkedHashMap<>();

    /** Takes note of registered projects; their codes are looked into only where a row may give them one. */
    void know(Map<Long, NamedProject> projects) {
        projects.forEach((id, project) -> register.merge(id, project, (one, other) -> one.ownCode() ? other : one));
    }

    /** Refuses a row after all. */
    void withdraw(StatedRow row, Problem reason) {
        withdrawn.putIfAbsent(row, reason);
    }

    /**
     * The rows to be refused, with the reason.
     *
     * @param matched the rows by their registered projects
     */
    Map<StatedRow, Problem> of(List<StatedRow> rows, Map<Long, StatedRow> matched) {
        var byIdentity = new HashMap<Long, StatedRow>(matched);
        rows.stream()
                .filter(row -> row.project == null && row.after != null)
                .forEach(row -> byIdentity.put(row.identity(), row));
        var afterwards = afterwards(byIdentity);
        for (var row : rows) {
            var difference = difference(row, afterwards);
            difference.stream()
                    .map(byIdentity::get)
                    .filter(Objects::nonNull)
                    .filter(other -> other != row)
                    .forEach(other -> refuseBoth(row, other));
        }
        refuseWholeNames(rows);
        return withdrawn;
    }

    /** A row without code and investor depends on all projects of its name: with it, all rows of the name are refused. */
    private void refuseWholeNames(List<StatedRow> rows) {
        var refused = new HashMap<String, StatedRow>();
        rows.stream()
                .filter(row -> !row.isCoded() && row.stated.investor().isEmpty())
                .filter(row -> row.meant != null && (row.after == null || withdrawn.containsKey(row)))
                .forEach(row -> refused.putIfAbsent(row.stated.name(), row));
        for (var row : rows) {
            var cause = row.after == null ? null : refused.get(row.stated.name());
            if (cause != null && cause != row) {
                withdraw(row, cause.repeatedBy(row));
            }
        }
    }

    private void refuseBoth(StatedRow row, StatedRow other) {
        if (row.after != null) {
            withdraw(row, other.repeatedBy(row));
        }
        if (other.after != null) {
            withdraw(other, row.repeatedBy(other));
        }
    }

    /** All projects by the key of their name, as they are named after the file. */
    private Map<String, Map<Long, NamedProject>> afterwards(Map<Long, StatedRow> byIdentity) {
        var names = new HashMap<>(register);
        byIdentity.forEach((identity, row) -> {
            var isFoundByNamesAlone = row.project != null && !row.isCoded();
            if (row.after != null && !isFoundByNamesAlone) {
                var known = register.get(identity);
                names.put(
                        identity, known == null ? row.after : row.after.withOwnCode(known.ownCode() || row.takesCode));
            }
        });
        return names.entrySet().stream()
                .collect(Collectors.groupingBy(
                        project -> project.getValue().name(),
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The projects that a row means before the file or after it, and not both. */
    private static Set<Long> difference(StatedRow row, Map<String, Map<Long, NamedProject>> afterwards) {
        if (row.others.isEmpty() && row.meant == null) {
            return Set.of();
        }
        var ofName = new HashMap<>(afterwards.getOrDefault(row.stated.name(), Map.of()));
        if (!row.others.isEmpty()) {
            var stillOthers = new HashSet<>(row.others);
            stillOthers.retainAll(ofName.keySet());
            return stillOthers.isEmpty() ? row.others : Set.of();
        }
        var meant = row.meant;
        if (meant == null) {
            return Set.of();
        }
        var own = ofName.get(row.identity());
        if (own != null && row.takesCode) {
            ofName.put(row.identity(), own.withOwnCode(false));
        }
        var after = new HashSet<>(meantAfterwards(row, ofName));
        if (row.project == null) {
            after.remove(row.identity());
        }
        return difference(meant, after);
    }

    /** A new project is like any other of its name and investor, whatever their spelling. */
    private static Set<Long> meantAfterwards(StatedRow row, Map<Long, NamedProject> ofName) {
        if (row.isCoded()) {
            return row.stated.given(ofName);
        }
        return row.project == null ? row.stated.alike(ofName) : row.stated.meant(ofName);
    }

    private static Set<Long> difference(Set<Long> some, Set<Long> others) {
        var difference = new HashSet<>(some);
        difference.addAll(others);
        difference.removeIf(id -> some.contains(id) && others.contains(id));
        return difference;
    }
}
