package org.investmentpipeline.spreadsheet.importing;

import java.nio.file.Path;
import org.investmentpipeline.spreadsheet.heading.ReadingOptions;

/**
 * A ledger to be imported.
 *
 * @param file where it was spooled
 * @param dryRun whether only to say what would be done
 * @param createMissing whether unknown sectors, zones and departments are added
 * @param skipErrors whether rows that cannot be taken over are left out, rather than everything refused
 */
record ImportRequest(Path file, ReadingOptions options, boolean dryRun, boolean createMissing, boolean skipErrors) {}
