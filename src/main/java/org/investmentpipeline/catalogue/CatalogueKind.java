package org.investmentpipeline.catalogue;

import java.util.function.Supplier;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.security.audit.AuditTargetKind;

/**
 * The description of one catalogue, a constant of its entity, from which {@link CatalogueEntries} maintains it.
 *
 * @param type the class of the entries
 * @param blank creates an entry without values
 * @param target the kind of audit target of an entry, whose id is its code
 * @param noun the kind of entry in problems, in singular
 */
public record CatalogueKind<E extends CatalogueEntry>(
        Class<E> type, Supplier<E> blank, AuditTargetKind target, LocalizedText noun) {}
