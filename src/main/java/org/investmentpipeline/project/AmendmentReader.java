package org.investmentpipeline.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.TreeSet;
import org.investmentpipeline.api.Problem;

/** Reads what a merge patch (RFC 7396) says of a project, and which of its fields it names. */
@ApplicationScoped
class AmendmentReader {
    private final ObjectMapper json;
    private final Validator validator;

    AmendmentReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    Amendment read(JsonNode patch) throws JsonProcessingException {
        if (patch.isNull()) {
            throw Problem.refused("body", "is missing", "缺少");
        }
        if (!(patch instanceof ObjectNode)) {
            throw Problem.invalid("body", "expected an object", "应为对象");
        }
        var read = json.treeToValue(patch, ProjectPatch.class);
        var violations = validator.validate(read);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(Set.copyOf(violations));
        }
        var named = new TreeSet<String>();
        patch.fieldNames().forEachRemaining(named::add);
        return new Amendment(read, named);
    }
}
