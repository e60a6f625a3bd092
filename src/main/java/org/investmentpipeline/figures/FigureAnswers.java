package org.investmentpipeline.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.investmentpipeline.figures.columns.ColumnStore;
import org.investmentpipeline.figures.columns.FigureSettings;
import org.investmentpipeline.rest.ConditionalResponse;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The answers of figures. A question that many ask is worked out once: until the ledger changes, the same question has the same ETag, and
 * the same ETag the same answer. Columns that were loaded anew, as after a restoration, have answers of their own.
 */
@ApplicationScoped
class FigureAnswers {
    private final ColumnStore columns;
    private final AnswerTexts texts;

    FigureAnswers(ColumnStore columns, ObjectMapper json, FigureSettings settings) {
        this.columns = columns;
        this.texts = new AnswerTexts(json, settings.answers().asLongValue());
    }

    /** An answer, perhaps one of the latest. What the database counts is counted each time. */
    <T> RestResponse<T> of(ConditionalResponse<T> answer, HttpHeaders headers) {
        var ledger = columns.generation();
        return ledger.isEmpty()
                ? answer.to(headers)
                : answer.to(headers, (tag, view) -> texts.text(ledger.get(), tag, view));
    }
}
