package org.investmentpipeline.fuzz;

import io.swagger.v3.oas.models.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of an operation.
 *
 * @param flaw what is wrong with it by the contract, and so must be refused; null when nothing is known to be
 */
record Request(
        Target target,
        String address,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable String flaw) {
    private static final int LONGEST = 2_000;

    /** An operation of the contract and where it stands. */
    record Target(String method, String path, Operation operation) {}

    @Override
    public String toString() {
        return "%s %s %s %s".formatted(target.method, shortened(address), headers, body == null ? "" : shortened(body));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
