package org.investmentpipeline.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The entity tags of an {@code If-Match} or {@code If-None-Match} header (RFC 9110, 8.8.3, 13.1.1, 13.1.2).
 *
 * @param any whether the header is {@code *}
 * @param strong the opaque parts of tags such as {@code "5"}
 * @param weak the opaque parts of tags such as {@code W/"5"}
 */
public record EntityTags(boolean any, List<String> strong, List<String> weak) {
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\uffff]*)\"");
    private static final Pattern BLANKS = Pattern.compile("[ \\t,]*");

    /** Reads the value of a header; empty when it is neither {@code *} nor a list of tags. Empty elements are ignored. */
    public static Optional<EntityTags> parse(String value) {
        var text = value.strip();
        if (text.equals("*")) {
            return Optional.of(new EntityTags(true, List.of(), List.of()));
        }
        var strong = new ArrayList<String>();
        var weak = new ArrayList<String>();
        var tag = TAG.matcher(text);
        var end = 0;
        while (tag.find()) {
            var between = text.substring(end, tag.start());
            var first = end == 0;
            if (!BLANKS.matcher(between).matches() || !first && between.indexOf(',') < 0) {
                return Optional.empty();
            }
            (tag.group(1) == null ? strong : weak).add(tag.group(2));
            end = tag.end();
        }
        return end == 0 || !BLANKS.matcher(text.substring(end)).matches()
                ? Optional.empty()
                : Optional.of(new EntityTags(false, List.copyOf(strong), List.copyOf(weak)));
    }

    /** The comparison of {@code If-Match}: a weak tag matches nothing. */
    public boolean matchStrongly(String opaque) {
        return any || strong.contains(opaque);
    }

    /** The comparison of {@code If-None-Match}: it makes no difference whether a tag is weak. */
    public boolean matchWeakly(String opaque) {
        return matchStrongly(opaque) || weak.contains(opaque);
    }
}
