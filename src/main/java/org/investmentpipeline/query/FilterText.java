package org.investmentpipeline.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.investmentpipeline.problem.Problem;

/** Reads a filter that is written as the query of an address, such as {@code zone=east&sector=new-energy}. */
public final class FilterText {
    private FilterText() {}

    /**
     * The filter of a text; a text to search for is no part of it.
     *
     * @param field the name of the text in problems
     */
    public static Filter read(Dimensions dimensions, String field, String text) {
        var values = new LinkedHashMap<Dimension, List<String>>();
        for (var pair : text.split("&", -1)) {
            var sign = pair.indexOf('=');
            if (sign < 0) {
                throw Problem.invalid(
                        field,
                        "was '%s'; expected parameters such as zone=…&sector=…",
                        "给出的是“%s”；应为参数，如 zone=…&sector=…",
                        text);
            }
            var name = decoded(field, pair.substring(0, sign));
            var dimension = dimensions.all().stream()
                    .filter(each ->
                            each.kind() != Dimension.Kind.TEXT && each.json().equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknown(dimensions, field, name));
            var asked = values.computeIfAbsent(dimension, any -> new ArrayList<>());
            asked.add(dimension.canonical(decoded(field, pair.substring(sign + 1))));
            if (asked.size() > 1 && !dimension.isRepeatable()) {
                throw Problem.invalid(field, "has %s twice; give it once", "给出了两次 %s；只能给一次", name);
            }
        }
        return dimensions.filter(values);
    }

    private static String decoded(String field, String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Problem.invalid(field, "has a percent sign without a code", "含有不成对的百分号");
        }
    }

    private static Problem unknown(Dimensions dimensions, String field, String name) {
        var known = dimensions.all().stream()
                .filter(each -> each.kind() != Dimension.Kind.TEXT)
                .map(Dimension::json)
                .collect(Collectors.joining(", "));
        return Problem.invalid(field, "has no filter '%s'; known are %s", "没有筛选条件“%s”；可用的有 %s", name, known);
    }
}
