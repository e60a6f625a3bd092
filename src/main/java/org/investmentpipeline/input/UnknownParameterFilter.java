package org.investmentpipeline.input;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.Problem;

/**
 * Refuses query parameters that would otherwise be ignored silently: unknown ones, repeated single ones, ones without a value, and
 * lists with too many values.
 */
@Provider
public class UnknownParameterFilter implements ContainerRequestFilter {
    private static final int MOST_VALUES = 200;
    private static final int LONGEST_NAME = 60;

    private final ResourceInfo resource;
    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    public UnknownParameterFilter(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        var parameters = known.computeIfAbsent(method, UnknownParameterFilter::parameters);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> check(parameters, name, values));
    }

    private static void check(Map<String, Boolean> parameters, String name, List<String> values) {
        var repeatable = parameters.get(name);
        if (repeatable == null) {
            throw Problem.invalid(
                    Text.shortened(name, LONGEST_NAME),
                    "is not a known parameter; known are %s",
                    "不是已知的参数；可用的有 %s",
                    String.join(", ", new TreeSet<>(parameters.keySet())));
        }
        if (!repeatable && values.size() > 1) {
            throw Problem.invalid(name, "was given %d times; give it once", "给出了 %d 次；只能给一次", values.size());
        }
        if (values.size() > MOST_VALUES) {
            throw Problem.invalid(
                    name, "was given %d times; give at most %d", "给出了 %d 次；至多 %d 次", values.size(), MOST_VALUES);
        }
        if (values.contains("")) {
            throw Problem.invalid(name, "was given without a value; leave it out", "没有给出值；不需要时请省略");
        }
    }

    /** The query parameters a method takes, and whether each may be repeated. */
    private static Map<String, Boolean> parameters(Method method) {
        var found = new TreeMap<String, Boolean>();
        for (var parameter : method.getParameters()) {
            add(found, parameter, parameter.getType());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                addBean(found, parameter.getType());
            }
        }
        return found;
    }

    private static void addBean(Map<String, Boolean> found, Class<?> bean) {
        if (ParameterFamily.class.isAssignableFrom(bean)) {
            found.putAll(family(bean).parameters());
        }
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            Arrays.stream(type.getDeclaredFields()).forEach(field -> {
                add(found, field, field.getType());
                if (field.isAnnotationPresent(BeanParam.class)) {
                    addBean(found, field.getType());
                }
            });
        }
    }

    private static ParameterFamily family(Class<?> bean) {
        try {
            return (ParameterFamily) bean.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalStateException(bean + " cannot be made", unusable);
        }
    }

    private static void add(Map<String, Boolean> found, AnnotatedElement element, Class<?> type) {
        var query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            found.put(query.value(), Collection.class.isAssignableFrom(type));
        }
    }
}
