package org.investmentpipeline.figures.question;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.investmentpipeline.figures.table.Measures;
import org.investmentpipeline.figures.table.Percent;
import org.investmentpipeline.project.query.ProjectQuestion;

/** The parameters of every figure: a question about projects, and the dimensions of the answer. */
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
