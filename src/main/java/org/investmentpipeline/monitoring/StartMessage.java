package org.investmentpipeline.monitoring;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.net.URI;
import java.net.URISyntaxException;
import org.investmentpipeline.security.account.AdminBootstrap;
import org.jboss.logging.Logger;

/** Logs one line when the service is ready: its address and, until the first password of admin is changed, the file with that password. */
@ApplicationScoped
class StartMessage {
    private static final Logger LOG = Logger.getLogger("pipeline");

    private final AdminBootstrap firstStart;

    StartMessage(AdminBootstrap firstStart) {
        this.firstStart = firstStart;
    }

    void print(@ObservesAsync HttpServerStart started) throws URISyntaxException {
        var options = started.options();
        var address = new URI(
                options.isSsl() ? "https" : "http", null, options.getHost(), options.getPort(), "/", null, null);
        firstStart
                .passwordFile()
                .ifPresentOrElse(
                        file -> LOG.infof("Ready: %s – sign in as admin with the password in %s", address, file),
                        () -> LOG.infof("Ready: %s", address));
    }
}
