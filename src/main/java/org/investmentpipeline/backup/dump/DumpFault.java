package org.investmentpipeline.backup.dump;

import java.util.List;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.jspecify.annotations.Nullable;

/** A fault of a dump, as a problem that names the line. */
final class DumpFault {
    private static final int LONGEST = 60;

    private DumpFault() {}

    static Problem at(long line, String en, String zh, @Nullable Object... arguments) {
        return Problem.of(ProblemType.DUMP_REFUSED, List.of(Violation.of("line " + line, en, zh, arguments)));
    }

    /** The length to which quoted values of a dump are shortened. */
    static String shortened(String found) {
        return Text.shortened(found, LONGEST);
    }
}
