package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.SharedService;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first start of an installation that was configured in no way: its first user, and who is listened to. */
@Tag("packaged")
class AdminBootstrapIT {

    @Test
    void theRandomPasswordIsWrittenOnceForItsOwnerAloneGoesWhenItIsChangedAndComesAnewWhenThatIsLost()
            throws Exception {
        var data = TestDatabase.newDirectory();
        var file = data.resolve("admin-password.txt");
        var settings = Map.of("PIPELINE_DATA_DIR", data.toString(), "PIPELINE_ADMIN_PASSWORD", "");
        String old;

        try (var service = PackagedService.start(Packages.h2(), settings)) {
            var password = Files.readString(file).strip();
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertTrue(password.length() >= 24, password);
            assertFalse(service.log().contains(password), "the log tells the password");
            assertTrue(service.log().contains("admin-password.txt"), service.log());
            change(service.port(), password);

            assertFalse(Files.exists(file), "the file is of no more use");
        }
        try (var service = PackagedService.start(Packages.h2(), listeningToAll(settings))) {
            assertFalse(Files.exists(file));
            old = SignedIn.token(service.port(), "admin", SignedIn.PASSWORD);
            assertTrue(old.startsWith("pipeline_"));
        }
        whoLostThePasswordIsLetInAgainByWhoeverRunsTheService(settings, file, old);
    }

    private static void whoLostThePasswordIsLetInAgainByWhoeverRunsTheService(
            Map<String, String> settings, Path file, String old) throws Exception {
        var lost = new HashMap<>(settings);
        lost.put("PIPELINE_ADMIN_PASSWORD_LOST", "true");
        try (var service = PackagedService.start(Packages.h2(), lost)) {
            var password = Files.readString(file).strip();
            var token = SignedIn.token(service.port(), "admin", password);

            var told = ask(service.port(), token, "/api/v1/audit?action=LET_IN_AGAIN");

            assertEquals(401, ask(service.port(), old, "/api/v1/me").statusCode());
            assertTrue(told.body().contains("\"id\":\"admin\""), told::body);
            assertFalse(service.log().contains(password), "the log tells the password");
        }
    }

    @Test
    void whileTheRandomPasswordStandsNobodyElseIsListenedTo() {
        var settings =
                Map.of("PIPELINE_DATA_DIR", TestDatabase.newDirectory().toString(), "PIPELINE_ADMIN_PASSWORD", "");

        var refused = assertThrows(
                AssertionError.class, () -> PackagedService.start(Packages.h2(), listeningToAll(settings)));

        assertTrue(String.valueOf(refused.getMessage()).contains("the first password of admin"), refused::getMessage);
    }

    private static Map<String, String> listeningToAll(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("QUARKUS_HTTP_HOST", "0.0.0.0");
        return all;
    }

    private static void change(int port, String password) throws Exception {
        var body = "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(password, SignedIn.PASSWORD);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/users/admin/password"))
                .header("Authorization", "Bearer " + SignedIn.token(port, "admin", password))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(204, answer.statusCode(), answer.body());
    }

    @Test
    void aConfiguredPasswordIsNotWrittenDown() throws Exception {
        var shared = SharedService.h2();

        assertEquals(200, shared.service().get("/api/v1/me").statusCode());
        assertFalse(Files.exists(shared.data().resolve("admin-password.txt")));
    }

    private static HttpResponse<String> ask(int port, String token, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
