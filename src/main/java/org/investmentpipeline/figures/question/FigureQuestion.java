package org.investmentpipeline.figures.question;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.investmentpipeline.figures.table.Measures;
import org.investmentpipeline.figures.table.Percent;
import org.investmentpipeline.project.query.ProjectQuestion;

/** What every figure is asked: a question about projects, and what to break the answer down by. */
public class FigureQuestion extends ProjectQuestion {
    @QueryParam("by")
    @DefaultValue("")
    @Parameter(example = "stage,size")
    public String by = "";

    /** The sums of the answer. */
    Measures measures() {
        return Measures.DEFAULT;
    }

    /** The percentages of the answer. */
    Percent percent() {
        return Percent.DEFAULT;
    }
}
