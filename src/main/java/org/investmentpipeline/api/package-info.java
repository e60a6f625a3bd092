/** The habits of every endpoint: problems, strict input, revisions, pages and cursors, and the contract. */
@NullMarked
package org.investmentpipeline.api;

import org.jspecify.annotations.NullMarked;
