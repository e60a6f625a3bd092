package org.investmentpipeline.input;

import java.util.Map;

/** A bean of parameters that reads further query parameters than its fields declare. It has a public constructor without arguments. */
public interface ParameterFamily {
    /** The names of the query parameters, and whether each may be repeated. */
    Map<String, Boolean> parameters();
}
