package org.investmentpipeline.spreadsheet.projects;

import java.util.Set;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.statement.ProjectStatement;
import org.investmentpipeline.spreadsheet.reading.RowPlace;
import org.jspecify.annotations.Nullable;

/** A row of an import as it was matched. */
final class StatedRow {
    /** The number of rows before it that were matched. */
    final int ordinal;

    final RowPlace place;

    final ProjectStatement statement;

    /** The names that it states. */
    final NamedProject stated;

    /** The registered projects that its names mean; null for a row that is not found by its names. */
    @Nullable
    Set<Long> meant;

    /** The other projects of its name, for a row of a known code that was refused another name. */
    Set<Long> others = Set.of();

    /** The project that it is about; null for a new one. */
    @Nullable
    Long project;

    /** The names of the project afterwards; null when it was refused. */
    @Nullable
    NamedProject after;

    boolean takesCode;

    StatedRow(int ordinal, RowPlace place, ProjectStatement statement) {
        this.ordinal = ordinal;
        this.place = place;
        this.statement = statement;
        this.stated = NamedProject.of(statement.name(), statement.investor(), statement.code() != null);
    }

    /** Whether it names another investor than a known one. */
    boolean differsFrom(@Nullable String investor) {
        return investor != null
                && statement.investor() != null
                && !NamedProject.key(investor).equals(stated.investor());
    }

    boolean isCoded() {
        return statement.code() != null;
    }

    /** The identity of its project among those of the register and of the file; new ones have negative numbers. */
    long identity() {
        return project == null ? -1L - ordinal : project;
    }

    /** The refusal of a row that states the same project as this one. */
    Problem repeatedBy(StatedRow other) {
        return Problem.refused(
                other.isCoded() ? "code" : "name", "row %s states the same project", "第 %s 行已有同一项目", place);
    }
}
