package org.investmentpipeline.spreadsheet.projects;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.investmentpipeline.input.name.NameKey;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.statement.KnownProjects;
import org.jspecify.annotations.Nullable;

/**
 * The names by which a project is found, registered or stated by a row. Names are compared by their {@link NameKey}.
 *
 * @param spelling the name as written
 * @param name its key
 * @param investor the key of the investor's name; empty for none
 * @param ownCode whether it has a code that the service did not assign
 */
record NamedProject(String spelling, String name, String investor, boolean ownCode) {

    static NamedProject of(String name, @Nullable String investor, boolean ownCode) {
        return new NamedProject(name, key(name), key(investor), ownCode);
    }

    static NamedProject of(Project project, KnownProjects known) {
        return of(project.name, known.investor(project), known.hasOwnCode(project));
    }

    static String key(@Nullable String name) {
        return name == null ? "" : NameKey.of(name);
    }

    NamedProject renamed(String anew) {
        return new NamedProject(anew, key(anew), investor, ownCode);
    }

    NamedProject withInvestor(String anew) {
        return new NamedProject(spelling, name, anew, ownCode);
    }

    NamedProject withOwnCode(boolean has) {
        return new NamedProject(spelling, name, investor, has);
    }

    /**
     * Those of some projects of its name that a row without a code means: those of its investor; without an investor, those without one
     * or else all. Where several are alike, the same spelling decides.
     */
    <I> Set<I> meant(Map<I, NamedProject> ofName) {
        return ofSpelling(alike(ofName), ofName);
    }

    /** The same, whatever their spelling. */
    <I> Set<I> alike(Map<I, NamedProject> ofName) {
        var ofInvestor = matching(ofName, project -> project.investor.equals(investor));
        return ofInvestor.isEmpty() && investor.isEmpty() ? ofName.keySet() : ofInvestor;
    }

    /** Those of some projects of its name that a row with an unknown code gives this code: of its investor, without an own code. */
    <I> Set<I> given(Map<I, NamedProject> ofName) {
        return ofSpelling(matching(ofName, project -> !project.ownCode && project.investor.equals(investor)), ofName);
    }

    private static <I> Set<I> matching(Map<I, NamedProject> projects, Predicate<NamedProject> condition) {
        return projects.entrySet().stream()
                .filter(project -> condition.test(project.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private <I> Set<I> ofSpelling(Set<I> alike, Map<I, NamedProject> projects) {
        var same = matching(projects, project -> project.spelling.equals(spelling));
        same.retainAll(alike);
        return same.isEmpty() ? Set.copyOf(alike) : same;
    }
}
