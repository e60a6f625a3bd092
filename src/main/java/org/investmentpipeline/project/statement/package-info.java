/** Statements of other sources about projects: which of them are known, the difference to the ledger, the command that takes them over. */
@NullMarked
package org.investmentpipeline.project.statement;

import org.jspecify.annotations.NullMarked;
