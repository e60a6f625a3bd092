package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.SharedService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is handed over: both editions as they are packaged, started as a stranger would. {@link KillIT} stops the embedded edition and
 * starts it again, {@link DistributionIT} with a relative data directory.
 */
@Tag("packaged")
class PackagedIT {
    private static final String SECTOR = "{\"code\":\"packaged\",\"name\":{\"zh\":\"低空经济\"}}";

    @Test
    void theEmbeddedEditionServesThisMachineAloneAndKeepsItsDataWhereItWasToldTo() throws Exception {
        var shared = SharedService.h2();

        servesThisMachineAlone(shared.service());

        assertTrue(Files.isRegularFile(shared.data().resolve("pipeline.mv.db")), "the data lies elsewhere");
    }

    @Test
    void thePostgresqlEditionServesThisMachineAloneAndKeepsItsDataForTheNextInstance() throws Exception {
        var shared = SharedService.postgresql();

        servesThisMachineAlone(shared.service());

        try (var next = PackagedService.start(shared.application(), shared.settings())) {
            hasTheSector(next);
        }
    }

    @Test
    void aFigureThatIsAskedForAgainIsTheSameUntilTheLedgerChanges() throws Exception {
        var service = SharedService.h2().service();
        var first = service.get("/api/v1/totals?by=stage");
        var again = service.get("/api/v1/totals?by=stage");

        assertEquals(201, service.post("/api/v1/projects", "{\"name\":\"工程\"}").statusCode());
        var changed = service.get("/api/v1/totals?by=stage");

        assertEquals(first.body(), again.body());
        assertEquals(first.headers().firstValue("Content-Type"), again.headers().firstValue("Content-Type"));
        assertEquals(total(first.body()) + 1, total(changed.body()));
    }

    private static long total(String answer) throws IOException {
        return new ObjectMapper().readTree(answer).at("/total/count").asLong();
    }

    private static void servesThisMachineAlone(PackagedService service) throws Exception {
        assertEquals(201, service.post("/api/v1/sectors", SECTOR).statusCode());
        hasTheSector(service);
        assertEquals(200, service.get("/q/openapi").statusCode());
        assertEquals(200, service.get("/q/swagger-ui/").statusCode());
        for (var address : otherAddresses()) {
            assertThrows(
                    IOException.class,
                    () -> connect(address, service.port()),
                    () -> "listens on " + address + " without being told to");
        }
    }

    private static void hasTheSector(PackagedService service) throws Exception {
        var sector = service.get("/api/v1/sectors/packaged");

        assertEquals(200, sector.statusCode());
        assertTrue(sector.body().contains("低空经济"), sector.body());
    }

    /** All addresses of this machine but the one that the service shall listen on. */
    private static List<InetAddress> otherAddresses() throws IOException {
        var addresses = new ArrayList<InetAddress>();
        addresses.add(InetAddress.getByName("127.0.0.2"));
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
                .forEach(addresses::add);
        return addresses;
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
        }
    }
}
