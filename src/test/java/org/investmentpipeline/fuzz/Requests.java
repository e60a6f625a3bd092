package org.investmentpipeline.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.investmentpipeline.fuzz.Request.Target;
import org.jspecify.annotations.Nullable;

/** Makes requests of operations: mostly such as the contract allows, else wrong in one thing. */
final class Requests {
    /** Would change the password of whoever asks. */
    private static final String KEPT = "newPassword";

    private static final String BOUNDARY = "fuzz";
    private static final List<String> UNKNOWN_TYPES =
            List.of("text/plain", "application/xml", "application/json; charset=utf-7");

    private final Values values;
    private final Known known;

    Requests(Values values, Known known) {
        this.values = values;
        this.known = known;
    }

    private enum Fault {
        NONE,
        UNKNOWN_PARAMETER,
        WRONG_PARAMETER,
        HOSTILE_PARAMETER,
        WRONG_MEMBER,
        UNKNOWN_MEMBER,
        MISSING_MEMBER,
        HOSTILE_MEMBER,
        BROKEN_BODY,
        WRONG_TYPE,
        NOT_ACCEPTABLE,
        ODD_HEADER,
        STRANGER
    }

    Request of(Target target) {
        var fault = values.chance(2) ? Fault.NONE : values.pick(List.of(Fault.values()));
        return new Draft(target, fault).request();
    }

    /** A request in the making. */
    private final class Draft {
        private final Target target;
        private final Fault fault;
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final List<String> query = new ArrayList<>();
        private String path;
        private @Nullable String body;
        private @Nullable String flaw;

        Draft(Target target, Fault fault) {
            this.target = target;
            this.fault = fault;
            this.path = target.path();
        }

        Request request() {
            var parameters = target.operation().getParameters() == null
                    ? List.<Parameter>of()
                    : target.operation().getParameters();
            var faulty = parameters.isEmpty() ? null : values.pick(parameters);
            parameters.stream()
                    .filter(each -> !each.getIn().equals("header"))
                    .forEach(each -> add(each, each == faulty));
            parameters.stream().filter(each -> each.getIn().equals("header")).forEach(this::addHeader);
            if (fault == Fault.UNKNOWN_PARAMETER) {
                query.add("noSuchParameter=1");
                flaw = "an unknown parameter";
            }
            addBody();
            spoilHeaders();
            var address = query.isEmpty() ? path : path + "?" + String.join("&", query);
            return new Request(target, address, headers, body, flaw);
        }

        private void add(Parameter parameter, boolean faulty) {
            var inPath = parameter.getIn().equals("path");
            var required = Boolean.TRUE.equals(parameter.getRequired());
            if (!required && !faulty && !values.chance(6)) {
                return;
            }
            Schema<?> schema = parameter.getSchema().get$ref() == null
                    ? parameter.getSchema()
                    : values.meant(parameter.getSchema());
            var texts = new ArrayList<String>();
            if (parameter.getExample() != null) {
                schema.setExample(parameter.getExample());
            }
            var value = values.right(target.path(), parameter.getName(), schema);
            (value.isArray() ? value : List.of(value)).forEach(each -> texts.add(each.asText()));
            if (faulty && fault == Fault.HOSTILE_PARAMETER) {
                texts.clear();
                texts.add(values.hostile());
            }
            if (faulty && fault == Fault.WRONG_PARAMETER && isTyped(schema)) {
                texts.clear();
                texts.add("no-such-value");
                flaw = "parameter " + parameter.getName();
            }
            if (inPath) {
                var segment = texts.isEmpty() || texts.get(0).isEmpty() ? "x" : texts.get(0);
                path = path.replace("{" + parameter.getName() + "}", encoded(segment));
            } else {
                texts.forEach(text -> query.add(parameter.getName() + "=" + encoded(text)));
            }
        }

        private boolean isTyped(Schema<?> schema) {
            var each = schema.getItems() == null ? schema : values.meant(schema.getItems());
            return !"string".equals(each.getType()) || each.getEnum() != null || each.getFormat() != null;
        }

        private void addHeader(Parameter header) {
            var name = header.getName();
            if (name.equals("If-Match") && !values.chance(8)) {
                var tag = known.tag(path);
                headers.put(name, tag == null || values.chance(3) ? "*" : tag);
            } else if (name.equals("Idempotency-Key") && values.chance(4)) {
                headers.put(name, "key-" + values.pick(List.of("1", "2", "3")));
            } else if (name.equals("If-None-Match") && values.chance(4)) {
                headers.put(name, "\"x\"");
            }
        }

        private void addBody() {
            var declared = target.operation().getRequestBody();
            if (declared == null) {
                return;
            }
            var media = declared.getContent().entrySet().iterator().next();
            headers.put("Content-Type", media.getKey());
            var schema = values.meant(media.getValue().getSchema());
            var made = values.right("", "", schema);
            if (made instanceof ObjectNode object) {
                // All requests are the first user's, whose password is to stay.
                object.remove(KEPT);
            }
            if (media.getKey().startsWith("multipart")) {
                headers.put("Content-Type", media.getKey() + "; boundary=" + BOUNDARY);
                body = form(schema, made);
            } else {
                spoil(schema, made);
                body = made.toString();
            }
            if (fault == Fault.BROKEN_BODY) {
                body = body.substring(0, values.chance(3) ? 0 : body.length() / 2);
                flaw = "a broken body";
            }
        }

        private void spoil(Schema<?> schema, JsonNode made) {
            if (!(made instanceof ObjectNode object)) {
                return;
            }
            var names = Values.properties(schema).keySet().stream()
                    .filter(each -> !each.equals(KEPT))
                    .toList();
            var name = values.pick(names);
            Schema<?> member = Objects.requireNonNull(Values.properties(schema).get(name));
            if (object.path(name).isObject()
                    && !Values.properties(values.meant(member)).isEmpty()
                    && values.chance(2)) {
                spoil(values.meant(member), object.path(name));
                return;
            }
            switch (fault) {
                case WRONG_MEMBER -> {
                    object.set(name, values.wrong(member));
                    flaw = "member " + name;
                }
                case HOSTILE_MEMBER -> object.put(name, values.hostile());
                case UNKNOWN_MEMBER -> {
                    object.put("noSuchMember", 1);
                    flaw = "an unknown member";
                }
                case MISSING_MEMBER -> {
                    if (schema.getRequired() != null) {
                        object.remove(schema.getRequired().get(0));
                        flaw = "without " + schema.getRequired().get(0);
                    }
                }
                default -> {}
            }
        }

        /** A form whose file is a ledger, or nothing of the kind. */
        private String form(Schema<?> schema, JsonNode made) {
            var form = new StringBuilder();
            Values.properties(schema).keySet().stream().filter(made::has).forEach(name -> {
                var isFile = name.equals("file");
                var text = isFile
                        ? ledger()
                        : fault == Fault.HOSTILE_MEMBER
                                ? values.hostile()
                                : made.path(name).asText();
                form.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, name, isFile ? "; filename=\"ledger.csv\"" : "", text));
            });
            return form.append("--" + BOUNDARY + "--\r\n").toString();
        }

        private String ledger() {
            if (values.chance(4)) {
                return values.hostile();
            }
            var name = values.pick(List.of("甲", "乙", "丙"))
                    + (values.chance(2) ? "" : values.hostile().replace('\n', ' '));
            return "项目名称,总投资（万元）,建设阶段,签约时间\n" + name + ","
                    + values.pick(List.of("", "86000", "4.2亿元", "待定", "x"))
                    + "," + values.pick(List.of("签约", "在谈", "开工", "?"))
                    + "," + values.pick(List.of("2023-06-09", "2023年3月", "", "2099-01-01")) + "\n";
        }

        private void spoilHeaders() {
            switch (fault) {
                case WRONG_TYPE -> {
                    if (body != null) {
                        headers.put("Content-Type", values.pick(UNKNOWN_TYPES));
                        flaw = "a wrong Content-Type";
                    }
                }
                case NOT_ACCEPTABLE -> headers.put("Accept", "application/xml");
                case ODD_HEADER -> {
                    headers.put("Idempotency-Key", "a b");
                    headers.put("If-Match", values.pick(List.of("", "W/\"1\"", "\"999\"", "1", "\"")));
                    headers.put("Accept-Language", values.pick(List.of("zh", "zh-CN;q=x", "*", "de")));
                }
                case STRANGER -> {
                    headers.put("Authorization", values.pick(List.of("Bearer x", "Bearer ", "Digest x", "")));
                    flaw = "a stranger";
                }
                default -> {}
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
