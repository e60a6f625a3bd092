/** Clients in TypeScript, Python and Java: generated from the contract, built, and run against the packaged service. */
@NullMarked
package org.investmentpipeline.clients;

import org.jspecify.annotations.NullMarked;
