package org.investmentpipeline.catalogue;

import java.util.Collection;

/** A bean of a feature whose records name catalogue entries. Codes in use are neither deleted nor moved in their tree. */
public interface CodeUse {
    /** Whether a record of the feature, current or past, names one of the codes. */
    boolean uses(Class<? extends CatalogueEntry> kind, Collection<String> codes);
}
