package org.investmentpipeline.spreadsheet.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Origin;
import org.investmentpipeline.project.timeline.PlainFields;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.jspecify.annotations.Nullable;

/**
 * What one row of a ledger states about one project. Null is a cell that is blank, absent, a placeholder or
 * refused, and states nothing.
 *
 * @param row as a spreadsheet numbers it
 * @param name null only beside an error
 * @param amount exact, in whole units of {@code currency}, with two decimals
 * @param currency ISO 4217; null when {@code amount} is
 * @param landArea in mu, with two decimals
 * @param stage null when the row names none and no stated day proves one
 * @param status null when the row speaks of none: a stage word alone says nothing of the status
 * @param reason the ledger's word for a suspension or withdrawal
 * @param entries the days on which stages were entered, plans left out, in the order of the stages and of time
 * @param errors what could not be understood; a row with errors must not be taken over
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
        implements PlainFields {}
