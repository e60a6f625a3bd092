package org.investmentpipeline.monitoring;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Serves the contract as the build wrote it: YAML, or JSON by {@code Accept} or {@code ?format=JSON}. The extension that writes it
 * would read it back into a model and serialise that again at each start, a sixth of the start's CPU time.
 */
@ApplicationScoped
public class PackagedContract {
    private static final String PATH = "/q/openapi";
    private static final List<String> PATHS = List.of(PATH, PATH + ".yaml", PATH + ".yml", PATH + ".json");

    /** After the filters, which decide who is let in, and before the route of the extension. */
    private static final int BEFORE_EXTENSION = 0;

    private enum Format {
        YAML,
        JSON;

        private String mediaType() {
            return "application/" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Filled by the first request for each format, so that a start reads neither. */
    private final Map<Format, StaticAnswer> documents = new EnumMap<>(Format.class);

    /**
     * Hides the document from the extension, which then has no model to build. It takes the resources from this class loader, where
     * one is set; its own switches only close its route.
     */
    static void hideFromExtension(@Observes @Initialized(ApplicationScoped.class) Object beforeExtension) {
        OpenApiConstants.classLoader = new ClassLoader(null) {};
    }

    void register(@Observes Router router) {
        PATHS.forEach(path -> router.route(path)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(BEFORE_EXTENSION)
                .handler(request -> document(format(request)).send(request)));
    }

    private StaticAnswer document(Format format) {
        synchronized (documents) {
            return documents.computeIfAbsent(
                    format,
                    missing -> StaticAnswer.ofResource("/" + OpenApiConstants.BASE_NAME + "." + format)
                            .as(format.mediaType() + ";charset=UTF-8")
                            .with("Vary", "Accept"));
        }
    }

    private static Format format(RoutingContext request) {
        var path = request.normalizedPath();
        if (!path.equals(PATH)) {
            return path.endsWith(".json") ? Format.JSON : Format.YAML;
        }
        var wanted = request.queryParam("format");
        var accepted = request.request().getHeader("Accept");
        var isJson = wanted.isEmpty()
                ? accepted != null && accepted.contains(Format.JSON.mediaType())
                : wanted.get(0).equalsIgnoreCase(Format.JSON.name());
        return isJson ? Format.JSON : Format.YAML;
    }
}
