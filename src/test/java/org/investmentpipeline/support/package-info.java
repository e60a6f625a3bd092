/** What the tests stand on: a database, calls checked against the contract, and fixtures in the domain's words. */
@NullMarked
package org.investmentpipeline.support;

import org.jspecify.annotations.NullMarked;
