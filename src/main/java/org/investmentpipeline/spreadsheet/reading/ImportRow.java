package org.investmentpipeline.spreadsheet.reading;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.command.ProjectDraft.InvestmentDraft;
import org.investmentpipeline.project.statement.ProjectStatement;
import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Origin;
import org.investmentpipeline.project.timeline.PlainFields;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet about one project. Null means that the cell is blank, absent, a placeholder or
 * refused.
 *
 * @param row as a spreadsheet numbers it
 * @param name null only with an error
 * @param amount exact, in whole units of {@code currency}, with two decimals
 * @param currency ISO 4217; null when {@code amount} is
 * @param landArea in mu, with two decimals
 * @param stage null when the row names none and no stated day proves one
 * @param status null when the row gives none: a stage word alone implies no status
 * @param reason the sheet's word for a suspension or withdrawal
 * @param entries the days on which stages were entered, plans left out, in the order of the stages and of time
 * @param errors the refused cells; a row with errors must not be imported
 */
public record ImportRow(
        int row,
        @Nullable String code,
        @Nullable String name,
        @Nullable String investor,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String sector,
        @Nullable String zone,
        @Nullable String department,
        @Nullable Origin origin,
        @Nullable Agreement agreement,
        @Nullable Boolean key,
        @Nullable String leader,
        @Nullable String officer,
        @Nullable BigDecimal landArea,
        @Nullable Integer jobs,
        @Nullable String summary,
        @Nullable Stage stage,
        @Nullable Status status,
        @Nullable String reason,
        Map<Stage, StatedDay> entries,
        List<CellError> errors)
        implements PlainFields {

    /** The statement of a row without errors. */
    public ProjectStatement statement() {
        var values = new EnumMap<Field, Object>(Field.class);
        put(values, Field.SECTOR, sector);
        put(values, Field.ZONE, zone);
        put(values, Field.DEPARTMENT, department);
        PlainFields.PLAIN.keySet().forEach(field -> put(values, field, plain(field)));
        put(values, Field.KEY, key);
        put(values, Field.LEADER, leader);
        put(values, Field.OFFICER, officer);
        var investment = amount == null ? null : new InvestmentDraft(amount, currency, null);
        return new ProjectStatement(
                code,
                Objects.requireNonNull(name),
                summary,
                investor,
                investment,
                stage,
                entries,
                status,
                reason,
                values);
    }

    private static void put(Map<Field, Object> values, Field field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
