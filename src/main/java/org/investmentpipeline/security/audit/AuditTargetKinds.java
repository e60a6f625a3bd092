package org.investmentpipeline.security.audit;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.investmentpipeline.problem.Problem;

/** The kinds of audit targets that the features declare. */
@ApplicationScoped
public class AuditTargetKinds {
    private final Map<String, AuditTargetKind> byName = new TreeMap<>();

    AuditTargetKinds(@All List<AuditTargetKind> declared) {
        for (var kind : declared) {
            if (byName.put(kind.name(), kind) != null) {
                throw new IllegalStateException("two features declare the audit target kind " + kind.name());
            }
        }
    }

    /** All names, in alphabetical order. */
    public Collection<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The kind that a parameter names; another name is refused (400). */
    public AuditTargetKind named(String parameter, String name) {
        var kind = byName.get(name);
        if (kind == null) {
            throw Problem.invalid(
                    parameter, "was '%s'; expected one of %s", "给出的是“%s”；应为以下之一：%s", name, byName.keySet());
        }
        return kind;
    }

    /** Refuses to record an event of a kind that nobody could look for. */
    void require(AuditTargetKind kind) {
        if (!byName.containsKey(kind.name())) {
            throw new IllegalStateException("no feature declares the audit target kind " + kind.name());
        }
    }
}
