package org.investmentpipeline.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The methods of each path of the API, read from the resources when they are first asked for. Of several paths that match an
 * address, the one with the most literal characters counts (Jakarta REST, 3.7.2).
 */
@ApplicationScoped
class AllowedMethods {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private final BeanManager beans;
    private volatile @Nullable List<Template> templates;

    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    private record Template(Pattern pattern, int literals, SortedSet<String> methods) {}

    /** The methods of an address, with {@code HEAD} and {@code OPTIONS}; empty for an unknown address. */
    SortedSet<String> of(String address) {
        var path = address.length() > 1 && address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return templates().stream()
                .filter(template -> template.pattern.matcher(path).matches())
                .findFirst()
                .map(Template::methods)
                .orElseGet(TreeSet::new);
    }

    private List<Template> templates() {
        var known = templates;
        if (known == null) {
            known = read();
            templates = known;
        }
        return known;
    }

    private List<Template> read() {
        var methods = new TreeMap<String, SortedSet<String>>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .forEach(resource -> Arrays.stream(resource.getDeclaredMethods())
                        .forEach(method -> verbs(method)
                                .forEach(verb -> methods.computeIfAbsent(
                                                path(resource) + path(method), any -> new TreeSet<>(Set.of("OPTIONS")))
                                        .add(verb))));
        var found = new ArrayList<Template>();
        methods.forEach((path, verbs) -> {
            if (verbs.contains("GET")) {
                verbs.add("HEAD");
            }
            found.add(template(path, verbs));
        });
        found.sort(Comparator.comparingInt(Template::literals).reversed());
        return List.copyOf(found);
    }

    private static List<String> verbs(AnnotatedElement method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .toList();
    }

    private static String path(AnnotatedElement annotated) {
        var path = annotated.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static Template template(String path, SortedSet<String> methods) {
        var literals = PARAMETER.splitAsStream(path).toList();
        var pattern = String.join("[^/]+", literals.stream().map(Pattern::quote).toList());
        var whole = path.endsWith("}") ? pattern + "[^/]+" : pattern;
        return new Template(
                Pattern.compile(whole),
                literals.stream().mapToInt(String::length).sum(),
                methods);
    }
}
