package org.investmentpipeline.operation;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The line for whoever started the service: its address and, until the first password of admin is changed, the file with it. */
@ApplicationScoped
class StartMessage {
    private static final Logger LOG = Logger.getLogger("pipeline");

    private final Path password;

    StartMessage(@ConfigProperty(name = "pipeline.data-dir") Path dataDir) {
        this.password = dataDir.resolve("admin-password.txt").toAbsolutePath().normalize();
    }

    void print(@ObservesAsync HttpServerStart started) throws URISyntaxException {
        var options = started.options();
        var address = new URI(
                options.isSsl() ? "https" : "http", null, options.getHost(), options.getPort(), "/", null, null);
        if (Files.exists(password)) {
            LOG.infof("Ready: %s – sign in as admin with the password in %s", address, password);
        } else {
            LOG.infof("Ready: %s", address);
        }
    }
}
