package org.investmentpipeline.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.investmentpipeline.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The position of the next page: the key of the last item and the values that must not change between pages. Opaque to clients.
 */
public record Cursor(List<String> values) {
    private static final String SEPARATOR = "\0";

    public static Cursor of(String... values) {
        return new Cursor(List.of(values));
    }

    /** Reads the output of {@link #text}; anything else is a problem of the parameter {@code cursor}. */
    public static Cursor parse(String text, int size) {
        try {
            var values = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (values.length == size) {
                return new Cursor(List.of(values));
            }
        } catch (IllegalArgumentException unreadable) {
            throw refused();
        }
        throw refused();
    }

    public static Problem refused() {
        return Problem.invalid(
                "cursor", "is not a cursor of this list; use `next` of the previous page", "不是此列表给出的游标；请使用上一页的 next");
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8));
    }

    /** The items of one page out of up to one more than fit, and the cursor of the next page. */
    public static <T> Slice<T> slice(List<T> found, int limit, java.util.function.Function<T, Cursor> key) {
        if (found.size() <= limit) {
            return new Slice<>(List.copyOf(found), null);
        }
        var items = new ArrayList<>(found.subList(0, limit));
        return new Slice<>(items, key.apply(items.get(limit - 1)).text());
    }

    /** One page before it is shown. */
    public record Slice<T>(List<T> items, @Nullable String next) {}
}
