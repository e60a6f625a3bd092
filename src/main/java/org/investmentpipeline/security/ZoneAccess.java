package org.investmentpipeline.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.investmentpipeline.input.Unknown;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Limits a user to its zones: the one place that narrows what lists and figures count, and that refuses changes in other zones. */
@ApplicationScoped
public class ZoneAccess {
    private final CurrentUser user;

    public ZoneAccess(CurrentUser user) {
        this.user = user;
    }

    /** The zones that the user is limited to; empty for a user without a limit. */
    public Optional<Set<String>> limit() {
        return user.zones();
    }

    public boolean isLimited() {
        return limit().isPresent();
    }

    /** Whether the user has access to a zone; to what has no zone (null), a limited user has none. */
    public boolean includes(@Nullable String zone) {
        return user.reaches(zone);
    }

    /**
     * The zones that a filter selects for the user: of those asked for, none of which may be another zone, or all zones of the user
     * if none is asked for. Empty for any zone.
     */
    public List<String> narrow(List<String> asked) {
        var limit = limit();
        if (limit.isEmpty()) {
            return asked;
        }
        var zones = limit.get();
        if (zones.isEmpty()) {
            // For a filter, no zone means any zone.
            throw Problem.of(ProblemType.FORBIDDEN, "Your token gives you no zone that there is.", "您的令牌未给出任何现有片区。");
        }
        asked.stream().filter(zone -> !zones.contains(zone)).findFirst().ifPresent(zone -> {
            throw forbidden(zone, zones);
        });
        return asked.isEmpty() ? List.copyOf(new TreeSet<>(zones)) : asked;
    }

    /** Refuses a change in one of some zones (null: without a zone) that is not the user's. */
    public void check(Collection<@Nullable String> touched) {
        limit().ifPresent(zones -> touched.stream()
                .filter(zone -> !includes(zone))
                .map(zone -> Objects.requireNonNullElse(zone, Unknown.WORD))
                .findFirst()
                .ifPresent(zone -> {
                    throw forbidden(zone, zones);
                }));
    }

    private static Problem forbidden(String zone, Set<String> zones) {
        var allowed = String.join(", ", new TreeSet<>(zones));
        return Problem.of(
                ProblemType.FORBIDDEN,
                List.of(Violation.of("zone", "%s is beyond your zones: %s", "%s 不在您的片区之内：%s", zone, allowed)));
    }
}
