package org.investmentpipeline.project.query;

import jakarta.ws.rs.BeanParam;
import org.investmentpipeline.query.TimeParameters;

/** The parameters that lists and figures share: the filter of projects, the day, and the moment of knowledge. */
public class ProjectQuestion extends TimeParameters {
    @BeanParam
    public ProjectFilterParameters filter = new ProjectFilterParameters();
}
