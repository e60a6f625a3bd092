package org.investmentpipeline.project.statement;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.command.ProjectDraft.InvestmentDraft;
import org.investmentpipeline.project.ledger.Description;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.jspecify.annotations.Nullable;

/**
 * The state of a project on one day according to a source outside this register, such as a row of a bureau's sheet. An
 * absent value says nothing: it neither sets nor removes anything.
 *
 * @param description null where the source says nothing
 * @param investor the name of an investor, registered when unknown
 * @param stage null when neither a word nor a day of the source determines it
 * @param entries the days on which stages were entered
 * @param reason of a suspension or withdrawal
 * @param values the other ledger fields; sector, zone and department in the words of the source
 */
public record ProjectStatement(
        @Nullable String code,
        String name,
        Description description,
        @Nullable String investor,
        @Nullable InvestmentDraft investment,
        @Nullable Stage stage,
        Map<Stage, StatedDay> entries,
        @Nullable Status status,
        @Nullable String reason,
        Map<Field, Object> values,
        StatementDetails details) {

    public ProjectStatement {
        var ordered = new EnumMap<Field, Object>(Field.class);
        ordered.putAll(values);
        values = Collections.unmodifiableMap(ordered);
    }

    /** The day from which the stated status holds; that of the statement for an active project. */
    LocalDate statusDay(LocalDate asOf) {
        var stated = details.statusDay();
        return stated == null || status == null ? asOf : stated.day();
    }
}
