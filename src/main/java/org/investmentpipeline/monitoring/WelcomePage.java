package org.investmentpipeline.monitoring;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.investmentpipeline.input.Hash;
import org.investmentpipeline.rest.Language;

/**
 * The page at the root, for people with a browser: the purpose of the service, the first steps, and links
 * to the API page and the contract. In English or Chinese by {@code Accept-Language}; without scripts and without resources from
 * other hosts. Other media types than HTML are refused (406).
 */
@ApplicationScoped
public class WelcomePage {
    private static final String PATH = "/";
    private static final String DIRECTORY = "/welcome/";

    /** After the filters for authentication and limits, and before the routes of Quarkus. */
    private static final int FIRST_ROUTE = 0;

    /** Read by the first request for each language. */
    private final Map<String, StaticAnswer> pages = new ConcurrentHashMap<>();

    void register(@Observes Router router) {
        router.route(PATH)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(FIRST_ROUTE)
                .handler(this::answer);
    }

    private void answer(RoutingContext request) {
        if (takesHtml(request)) {
            var language = Language.of(request.request().getHeader("Accept-Language"));
            pages.computeIfAbsent(language.getLanguage(), WelcomePage::page).send(request);
        } else {
            request.fail(406);
        }
    }

    private static boolean takesHtml(RoutingContext request) {
        var accepted = request.request().getHeader("Accept");
        return accepted == null
                || accepted.isBlank()
                || accepted.contains("text/html")
                || accepted.contains("text/*")
                || accepted.contains("*/*");
    }

    private static StaticAnswer page(String language) {
        var style = text("style.css");
        var html = text(language + ".html").replace("{style}", style);
        return StaticAnswer.of(html.getBytes(StandardCharsets.UTF_8))
                .as("text/html;charset=UTF-8")
                .with("Content-Language", language)
                .with("Vary", "Accept, Accept-Language")
                .with("Content-Security-Policy", policy(style));
    }

    /** Allows a browser to apply this one style, and to load nothing. */
    private static String policy(String style) {
        var digest = Hash.digest().digest(style.getBytes(StandardCharsets.UTF_8));
        return "default-src 'none'; style-src 'sha256-%s'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                .formatted(Base64.getEncoder().encodeToString(digest));
    }

    private static String text(String name) {
        return new String(StaticAnswer.resource(DIRECTORY + name), StandardCharsets.UTF_8);
    }
}
