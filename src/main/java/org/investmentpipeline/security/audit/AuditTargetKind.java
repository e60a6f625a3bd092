package org.investmentpipeline.security.audit;

import java.util.regex.Pattern;

/**
 * A kind of audit target, such as {@code PROJECT}. The feature whose actions are recorded declares it, in one line:
 *
 * <pre>{@code
 * @Produces
 * @Singleton
 * static final AuditTargetKind PROJECT = new AuditTargetKind("PROJECT");
 * }</pre>
 *
 * The bean registers it with {@link AuditTargetKinds}; the contract takes it from the name of the constant, so both are the same. The
 * name is part of the hashes of the audit trail and never changes.
 *
 * @param name capital letters and underscores, at most 40
 */
public record AuditTargetKind(String name) {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z_]{0,39}");

    public AuditTargetKind {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a kind: " + name);
        }
    }
}
