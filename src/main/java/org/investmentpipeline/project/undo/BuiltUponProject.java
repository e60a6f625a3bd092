package org.investmentpipeline.project.undo;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.project.ledger.Project;

/** A project that was changed after the changes that are to be undone. */
@Schema(name = "BuiltUponProject", description = "A project that was changed after the import.")
public record BuiltUponProject(
        @Schema(required = true, description = "The id.", examples = "127")
        long id,

        @Schema(required = true, description = "The code.", examples = "2023-0127")
        String code,

        @Schema(required = true, description = "The name.", examples = "润平CMP半导体零部件设备")
        String name) {

    static BuiltUponProject of(Project project) {
        return new BuiltUponProject(project.id(), project.code, project.name);
    }
}
