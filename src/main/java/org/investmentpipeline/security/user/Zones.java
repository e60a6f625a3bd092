package org.investmentpipeline.security.user;

import java.util.Collection;
import java.util.Set;

/** The catalogue of zones, which stands to the right of this package. */
public interface Zones {
    /** Those of the codes that name no zone. */
    Set<String> unknown(Collection<String> codes);
}
