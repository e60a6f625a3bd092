/** The current user, roles, access by zone, and refusals of access. */
@NullMarked
package org.investmentpipeline.security;

import org.jspecify.annotations.NullMarked;
