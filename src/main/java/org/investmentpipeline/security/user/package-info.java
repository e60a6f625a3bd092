/** Users: their roles, zones and names. */
@NullMarked
package org.investmentpipeline.security.user;

import org.jspecify.annotations.NullMarked;
