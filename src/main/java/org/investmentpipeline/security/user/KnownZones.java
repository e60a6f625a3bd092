package org.investmentpipeline.security.user;

import java.util.Collection;
import java.util.Set;

/** Access to the catalogue of zones, which is in a package of a higher level. */
public interface KnownZones {
    /** The unknown ones of some zone codes. */
    Set<String> unknown(Collection<String> codes);
}
