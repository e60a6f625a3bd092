package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The committed contract is the one that the build writes. */
@Tag("packaged")
class ContractIT {

    @Test
    void theCommittedContractIsTheOneTheCodeKeeps() throws IOException {
        var written = Files.readString(Path.of("target/openapi/openapi.yaml"));
        var committed = Files.readString(Path.of("openapi/openapi.yaml"));

        assertEquals(
                written,
                committed,
                "The code keeps another contract than openapi/openapi.yaml says. When the change is meant, run"
                        + " ./mvnw package -Pcontract -DskipTests and commit the file with it.");
    }
}
