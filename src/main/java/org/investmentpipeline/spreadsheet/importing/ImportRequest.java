package org.investmentpipeline.spreadsheet.importing;

import java.nio.file.Path;
import org.investmentpipeline.spreadsheet.heading.ReadingOptions;
import org.jspecify.annotations.Nullable;

/**
 * A sheet to be imported, with its options.
 *
 * @param file the temporary file of the upload
 * @param fileName the name that the client gives the file; null without one
 * @param dryRun whether to report without writing
 * @param createMissing whether unknown sectors, zones and departments are added
 * @param skipErrors whether refused rows are left out; otherwise one refused row refuses the whole sheet
 * @param refuseWarnings whether any warning refuses the whole sheet
 * @param rows the treatment of rows that contradict a known project
 */
public record ImportRequest(
        Path file,
        @Nullable String fileName,
        ReadingOptions options,
        boolean dryRun,
        boolean createMissing,
        boolean skipErrors,
        boolean refuseWarnings,
        RowOptions rows) {}
