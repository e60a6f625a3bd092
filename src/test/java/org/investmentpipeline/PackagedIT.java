package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.PostgresServer;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is handed over: both editions as they are packaged, started as a stranger would, stopped and started again. */
@Tag("packaged")
class PackagedIT {
    private static final String SECTOR = "{\"code\":\"packaged\",\"name\":{\"zh\":\"低空经济\"}}";

    @Test
    void theEmbeddedEditionKeepsItsDataOverARestart() throws Exception {
        var data = TestDatabase.newDirectory();
        var settings = Map.of("PIPELINE_DATA_DIR", data.toString());

        keepsItsDataOverARestart(Packages.h2(), settings);

        assertTrue(data.resolve("pipeline.mv.db").toFile().isFile(), "the data lies where it was told to");
    }

    @Test
    void aDataDirectoryMayBeWrittenRelatively() throws Exception {
        try (var service = PackagedService.start(Packages.h2(), Map.of("PIPELINE_DATA_DIR", "register"))) {
            assertEquals(200, service.get("/api/v1/sectors").statusCode());
        }
    }

    @Test
    void thePostgresqlEditionKeepsItsDataOverARestart() throws Exception {
        var settings = Packages.environment(PostgresServer.newDatabase());

        keepsItsDataOverARestart(Packages.postgresql(), settings);
    }

    private static void keepsItsDataOverARestart(Path application, Map<String, String> settings) throws Exception {
        try (var service = PackagedService.start(application, settings)) {
            assertEquals(201, service.post("/api/v1/sectors", SECTOR).statusCode());
            assertEquals(200, service.get("/q/openapi").statusCode());
            assertEquals(200, service.get("/q/swagger-ui/").statusCode());
            for (var address : otherAddresses()) {
                assertThrows(
                        IOException.class,
                        () -> connect(address, service.port()),
                        () -> "listens on " + address + " without being told to");
            }
        }
        try (var service = PackagedService.start(application, settings)) {
            var sector = service.get("/api/v1/sectors/packaged");

            assertEquals(200, sector.statusCode());
            assertTrue(sector.body().contains("低空经济"), sector.body());
        }
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
