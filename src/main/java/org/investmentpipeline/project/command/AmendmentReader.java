package org.investmentpipeline.project.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.Violation;

/** Reads a merge patch (RFC 7396) of a project, with the names of the fields in it. */
@ApplicationScoped
public class AmendmentReader {
    private final ObjectMapper json;
    private final Validator validator;

    AmendmentReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    public Amendment read(JsonNode patch) throws JsonProcessingException {
        if (patch.isNull()) {
            throw Problem.refused("body", "is missing", "缺少");
        }
        if (!(patch instanceof ObjectNode)) {
            throw Problem.invalid("body", "expected an object", "应为对象");
        }
        refuseNullsWithin(patch);
        var read = json.treeToValue(patch, ProjectPatch.class);
        var violations = validator.validate(read);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(Set.copyOf(violations));
        }
        var named = new TreeSet<String>();
        patch.fieldNames().forEachRemaining(named::add);
        return new Amendment(read, named);
    }

    /**
     * A null takes a property away (RFC 7396). Each member of an object within is part of one value that is given or taken away
     * as a whole, so a null there would leave half of it.
     */
    private static void refuseNullsWithin(JsonNode patch) {
        var found = new ArrayList<Violation>();
        patch.properties().forEach(property -> nullsWithin(property.getKey(), property.getValue(), found));
        Problem.refuseIfAny(found);
    }

    private static void nullsWithin(String name, JsonNode value, List<Violation> found) {
        for (var member : value.properties()) {
            var path = name + "." + member.getKey();
            if (member.getValue().isNull()) {
                found.add(Violation.of(
                        path,
                        "cannot be null; leave it out to keep it, or set %1$s to null to take all of it away",
                        "不能为 null；如需保留请省略，如需整体去掉请将 %1$s 设为 null",
                        name));
            } else {
                nullsWithin(path, member.getValue(), found);
            }
        }
    }
}
