package org.investmentpipeline.documentation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what the arguments of a command say of its request. */
final class RequestParts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String sender;
    private final Map<String, String> headers = new TreeMap<>();
    private final Map<String, String> form = new TreeMap<>();
    private @Nullable String method;
    private String url = "";
    private @Nullable String body;
    private boolean more;

    RequestParts(String sender) {
        this.sender = sender;
    }

    void method(String name) {
        method = name.toUpperCase(Locale.ROOT);
    }

    void url(String address) {
        if (!url.isEmpty()) {
            throw new IllegalArgumentException("a second address: " + address);
        }
        url = address;
    }

    /** The character set of JSON is UTF-8 whether it is named or not; older versions of PowerShell send it only when it is. */
    void header(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), value.replace("; charset=utf-8", ""));
    }

    void body(String text) {
        body = text;
    }

    void field(String name, String value) {
        form.put(name, value);
    }

    void more() {
        more = true;
    }

    /** @param implied the method when none was named: curl sends a body with POST, PowerShell must be told */
    Step.Request request(String implied) {
        return new Step.Request(sender, method == null ? implied : method, url, headers, read(body), form, more);
    }

    boolean sendsSomething() {
        return body != null || !form.isEmpty();
    }

    /** JSON, or the name of a variable that has it. */
    private static @Nullable Object read(@Nullable String body) {
        if (body != null && body.matches("⟨[^⟩]*⟩")) {
            return body;
        }
        try {
            return body == null ? null : JSON.readTree(body);
        } catch (JsonProcessingException text) {
            throw new IllegalArgumentException("no JSON: " + body, text);
        }
    }
}
