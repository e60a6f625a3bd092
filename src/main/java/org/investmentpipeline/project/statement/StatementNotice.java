package org.investmentpipeline.project.statement;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.investmentpipeline.project.statement.StatementCommand.Match;
import org.investmentpipeline.project.timeline.Investment;
import org.investmentpipeline.project.timeline.ProjectState;
import org.investmentpipeline.project.timeline.Status;
import org.jspecify.annotations.Nullable;

/** An effect of a statement that is right, but that a person should look at. */
public enum StatementNotice {
    /** The project is new, and another one has its name. */
    POSSIBLE_DUPLICATE,
    /** The project has another name than before. */
    RENAMED,
    /** The project, which had no code of its own, has the stated code. */
    CODE_GIVEN,
    /** The stage is an earlier one than before. */
    STEPPED_BACK,
    /** The project was suspended or withdrawn, and is active again. */
    REOPENED,
    /** The amount changed by a factor of 1,000 or more. */
    AMOUNT_JUMPED;

    private static final BigDecimal JUMP = BigDecimal.valueOf(1000);

    static Set<StatementNotice> of(Match match, ProjectState before, ProjectState after) {
        var notices = EnumSet.noneOf(StatementNotice.class);
        if (match.takesName()) {
            notices.add(RENAMED);
        }
        if (match.takesCode()) {
            notices.add(CODE_GIVEN);
        }
        if (after.stage().isBefore(before.stage())) {
            notices.add(STEPPED_BACK);
        }
        if (before.status() != Status.ACTIVE && after.status() == Status.ACTIVE) {
            notices.add(REOPENED);
        }
        if (jumps(before.investment(), after.investment()) || jumps(after.investment(), before.investment())) {
            notices.add(AMOUNT_JUMPED);
        }
        return Collections.unmodifiableSet(notices);
    }

    private static boolean jumps(@Nullable Investment from, @Nullable Investment to) {
        return from != null
                && to != null
                && from.cny().signum() > 0
                && to.cny().compareTo(from.cny().multiply(JUMP)) >= 0;
    }
}
