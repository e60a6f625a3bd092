package org.investmentpipeline.spreadsheet.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An investor or catalogue entry that an import added.
 *
 * @param code the code of a catalogue entry, the id of an investor
 */
public record ImportAddition(Kind kind, String code) {

    /** The kind of record that was added. */
    @Schema(name = "ImportAdditionKind", description = "The kind of a record that an import added.")
    public enum Kind {
        INVESTOR,
        SECTOR,
        ZONE,
        DEPARTMENT
    }
}
