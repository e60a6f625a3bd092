package org.investmentpipeline.security;

import static org.investmentpipeline.support.Users.by;
import static org.investmentpipeline.support.Users.stranger;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.investmentpipeline.support.BureauIssuer;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.Users;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what, for every operation of the contract and every role; whatever operation is added is tried as well. */
@QuarkusTest
@Tag("portable")
class AccessIT {
    private static final OpenAPI CONTRACT = new OpenAPIV3Parser().read("openapi/openapi.yaml");
    private static final String SIGN_IN = "createToken";
    private static final Map<Role, String> BEARERS = new EnumMap<>(Role.class);

    /** An operation, and the roles of which any will do. */
    private record Operation(String id, PathItem.HttpMethod method, String path, String type, Set<Role> roles) {
        @Override
        public String toString() {
            return id;
        }

        /** Calls it for something that does not exist, with a body that says nothing. */
        Response call(RequestSpecification request) {
            if (type.startsWith("multipart")) {
                request.multiPart("nothing", "nothing");
            } else if (!type.isEmpty()) {
                request.contentType(type).body("{}");
            }
            return request.header("If-Match", "\"none\"")
                    .request(
                            method.name(),
                            path.replaceAll("\\{\\w*[iI]d\\}", "0").replaceAll("\\{\\w+\\}", "nobody-0"));
        }
    }

    private static Stream<Operation> operations() {
        return CONTRACT.getPaths().entrySet().stream()
                .flatMap(path -> path.getValue().readOperationsMap().entrySet().stream()
                        .map(each -> operation(path.getKey(), each.getKey(), each.getValue())));
    }

    private static Operation operation(
            String path, PathItem.HttpMethod method, io.swagger.v3.oas.models.Operation documented) {
        var body = documented.getRequestBody();
        var type = body == null ? "" : body.getContent().keySet().iterator().next();
        var roles = documented.getExtensions() == null
                ? List.of()
                : (List<?>) documented.getExtensions().getOrDefault("x-roles", List.of());
        return new Operation(
                documented.getOperationId(),
                method,
                path,
                type,
                roles.stream().map(role -> Role.valueOf(role.toString())).collect(Collectors.toSet()));
    }

    private static Stream<Operation> guarded() {
        return operations().filter(operation -> !operation.id.equals(SIGN_IN));
    }

    @Test
    void everyOperationButSignInNamesItsRole() {
        var open = operations()
                .filter(operation -> operation.roles.isEmpty())
                .map(Operation::id)
                .toList();

        assertEquals(List.of(SIGN_IN), open);
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void aStrangerIsToldToSignIn(Operation operation) {
        var answer = operation.call(stranger());

        assertEquals(401, answer.statusCode(), answer.asString());
        assertEquals("/problems/unauthenticated", answer.path("type"));
        assertEquals("Bearer", answer.header("WWW-Authenticate"));
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void whoLacksTheRoleIsRefusedAndNobodyElse(Operation operation) {
        for (var role : Role.values()) {
            var allowed = role.including().stream().anyMatch(operation.roles::contains);

            var answer = operation.call(by(bearer(role)));

            assertEquals(!allowed, isRefused(answer), role + " gets " + answer.statusCode() + answer.asString());
            assertNotEquals(401, answer.statusCode());
            assertFalse(answer.statusCode() >= 500, answer.asString());
        }
    }

    private static boolean isRefused(Response answer) {
        return answer.statusCode() == 403 && answer.asString().contains("does not have the role");
    }

    private static synchronized String bearer(Role role) {
        return BEARERS.computeIfAbsent(role, any -> Users.bearer(Users.user(List.of(role.name()))));
    }

    @Test
    void theRolesIncludeWhatTheyShould() {
        var including = Arrays.stream(Role.values()).collect(Collectors.toMap(role -> role, Role::including));

        assertEquals(
                Map.of(
                        Role.VIEWER, EnumSet.of(Role.VIEWER),
                        Role.OFFICER, EnumSet.of(Role.VIEWER, Role.OFFICER),
                        Role.MANAGER, EnumSet.of(Role.VIEWER, Role.OFFICER, Role.MANAGER),
                        Role.ADMIN, EnumSet.of(Role.ADMIN),
                        Role.AUDITOR, EnumSet.of(Role.AUDITOR)),
                including);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theContractGivesEachChangeToTheRoleThatAnswersForIt(String id, Role least) {
        var operation =
                operations().filter(each -> each.id.equals(id)).findFirst().orElseThrow();

        assertEquals(Set.of(least), operation.roles);
    }

    private static Stream<Arguments> changes() {
        return Stream.of(
                        Map.entry("createProject", Role.OFFICER),
                        Map.entry("createProjects", Role.OFFICER),
                        Map.entry("patchProject", Role.OFFICER),
                        Map.entry("moveProject", Role.OFFICER),
                        Map.entry("putProjectStatus", Role.OFFICER),
                        Map.entry("importLedger", Role.OFFICER),
                        Map.entry("reverseMove", Role.MANAGER),
                        Map.entry("putProjectStages", Role.MANAGER),
                        Map.entry("deleteProject", Role.MANAGER),
                        Map.entry("createZone", Role.ADMIN),
                        Map.entry("replaceSizeTiers", Role.ADMIN),
                        Map.entry("createExchangeRate", Role.ADMIN),
                        Map.entry("createUser", Role.ADMIN),
                        Map.entry("replaceUser", Role.ADMIN),
                        Map.entry("createBackup", Role.ADMIN),
                        Map.entry("getDump", Role.ADMIN),
                        Map.entry("restoreDump", Role.ADMIN),
                        Map.entry("listAudit", Role.AUDITOR),
                        Map.entry("verifyAudit", Role.AUDITOR),
                        Map.entry("getTotals", Role.VIEWER))
                .map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @Test
    void aTokenThatDoesNotHoldIsNoToken() {
        for (var header :
                List.of("Bearer x", "Bearer ", "Bearer", "bearer pipeline_x", "Basic YTpi", "Digest x", "x")) {
            by(header).get("/api/v1/sectors").then().statusCode(401);
        }
    }

    @Test
    void withoutAnIssuerASignedTokenIsAsAnyWrongOneAndNobodyIsAskedForKeys() {
        var key = BureauIssuer.rsa("key");
        try (var issuer = new BureauIssuer(0).tells(key)) {
            var claims = BureauIssuer.claims("preferred_username", "admin", "roles", List.of("ADMIN"));
            var token = BureauIssuer.signed(claims, signature -> {
                signature.setAlgorithmHeaderValue("RS256");
                signature.setKeyIdHeaderValue("key");
                signature.setHeader("jku", issuer.keys());
                signature.setKey(key.getPrivateKey());
            });

            var answer = by("Bearer " + token).get("/api/v1/sectors");

            assertEquals(401, answer.statusCode());
            assertEquals(by("Bearer x").get("/api/v1/sectors").<String>path("detail"), answer.path("detail"));
            assertEquals(0, issuer.asked());
        }
    }

    @Test
    void theSchemeMayBeWrittenInAnyCase() {
        by(SignedIn.bearer().replace("Bearer", "bEARER"))
                .get("/api/v1/sectors")
                .then()
                .statusCode(200);
    }
}
