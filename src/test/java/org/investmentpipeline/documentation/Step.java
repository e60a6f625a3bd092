package org.investmentpipeline.documentation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One command of a walk, the same for both shells. Texts name variables, parameters of functions and contents of files as {@code
 * ⟨TOKEN⟩}, {@code ⟨1⟩} and {@code ⟨file ledger.csv⟩}.
 */
sealed interface Step {

    /**
     * A request.
     *
     * @param sender the function that sends it, empty when it is sent by the tool of the shell itself
     * @param headers their names in lower case
     * @param more whether arguments of the function around it are added
     */
    record Request(
            String sender,
            String method,
            String url,
            Map<String, String> headers,
            @Nullable Object body,
            Map<String, String> form,
            boolean more)
            implements Step {}

    /** A variable gets the first text in an answer that matches a pattern. */
    record Keep(String variable, Step request, String pattern) implements Step {}

    /** A function of the walk. */
    record Define(String name, List<Step> steps) implements Step {}

    /** A function of the walk is called. */
    record Call(String name, List<String> arguments) implements Step {}

    /** A file is written. */
    record Write(String file, String text) implements Step {}
}
