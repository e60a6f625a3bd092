package org.investmentpipeline.security.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.investmentpipeline.support.Fixtures;
import org.junit.jupiter.api.Test;

/** The kinds of audit targets are those that the features declare, in the service as in the contract. */
@QuarkusTest
class AuditTargetKindsIT {
    private static final String AUDIT = "/api/v1/audit";
    private static final Pattern DECLARATION =
            Pattern.compile("AuditTargetKind (\\w+)\\s*=\\s*new AuditTargetKind\\(\"(\\w+)\"\\);");

    private final AuditTargetKinds kinds;
    private final AuditTrail trail;

    AuditTargetKindsIT(AuditTargetKinds kinds, AuditTrail trail) {
        this.kinds = kinds;
        this.trail = trail;
    }

    @Test
    void anUnknownKindIsRefusedAndTheKnownOnesAreNamed() {
        given().get(AUDIT + "?kind=MILESTONE")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("kind"))
                .body(
                        "violations[0].message",
                        equalTo(
                                "was 'MILESTONE'; expected one of [ADDRESS, DATABASE, DEPARTMENT, EXCHANGE_RATE, IMPORT,"
                                        + " IMPORT_PROFILE, PROJECT, PROJECT_LIST, SECTOR, SIZE_TIERS, USER, ZONE]"));
        given().get(AUDIT + "?kind=project").then().statusCode(400);
        given().get(AUDIT + "?kind=").then().statusCode(400);
    }

    @Test
    void everyKindThatIsDeclaredIsRegisteredUnderTheNameOfItsConstant() throws IOException {
        var declared = new TreeMap<String, String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                DECLARATION
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> declared.put(found.group(1), found.group(2)));
            }
        }

        assertEquals(new TreeSet<>(kinds.names()), declared.keySet());
        assertEquals(new TreeSet<>(kinds.names()), new TreeSet<>(declared.values()));
    }

    @Test
    void theContractHasTheKindsThatAreRegistered() throws IOException {
        var contract = new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile());
        var documented = contract.at("/components/schemas/AuditSubjectKind/x-extensible-enum");

        var names = new TreeSet<String>();
        documented.forEach(name -> names.add(name.asText()));

        assertEquals(new TreeSet<>(kinds.names()), names);
    }

    @Test
    void anEventOfAKindThatNobodyDeclaresIsNotRecorded() {
        var event =
                AuditEvent.of(new AuditTarget(new AuditTargetKind("MILESTONE"), Fixtures.code("milestone")), "CHANGED");

        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> trail.record(List.of(event), new Actor(null, null, null))));
    }

    @Test
    void aKindHasTheNameOfAConstant() {
        for (var name : List.of("", "project", "PROJECT 1", "_PROJECT", "P".repeat(41))) {
            assertThrows(IllegalArgumentException.class, () -> new AuditTargetKind(name), name);
        }
    }
}
