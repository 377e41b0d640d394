package io.ticketing.web.problem;

import jakarta.ws.rs.HttpMethod;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** Which methods an address answers to, out of the routes of Quarkus REST: its own 405 names none, its OPTIONS those of neighbours too. */
final class AllowedMethods {

    private AllowedMethods() {}

    /** In alphabetical order; empty if there is nothing at the address. */
    static Set<String> at(ResteasyReactiveRequestContext request) {
        RequestMatch<InitialMatch> resource = new RequestMapper<>(
                        new ArrayList<>(request.getDeployment().getClassMappers()))
                .map(request.getPathWithoutPrefix());
        return resource == null ? Set.of() : withImplied(declared(resource));
    }

    private static SortedMap<String, RuntimeResource> declared(RequestMatch<InitialMatch> resource) {
        String rest = resource.remaining.isEmpty() ? "/" : resource.remaining;
        SortedMap<String, RuntimeResource> declared = new TreeMap<>();
        Stream.of(resource.value.handlers)
                .filter(ClassRoutingHandler.class::isInstance)
                .map(ClassRoutingHandler.class::cast)
                .flatMap(routes -> routes.getMappers().entrySet().stream())
                .filter(route -> route.getKey() != null)
                .forEach(route -> Optional.ofNullable(route.getValue().map(rest))
                        .ifPresent(match -> declared.put(route.getKey(), match.value)));
        return declared;
    }

    /** HEAD goes with GET by itself; a resource with a HEAD of its own that answers nothing has it to refuse. */
    private static Set<String> withImplied(SortedMap<String, RuntimeResource> declared) {
        Set<String> methods = new TreeSet<>(declared.keySet());
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
            RuntimeResource head = declared.get(HttpMethod.HEAD);
            if (head != null && head.getReturnType() == void.class) {
                methods.remove(HttpMethod.HEAD);
            } else if (methods.contains(HttpMethod.GET)) {
                methods.add(HttpMethod.HEAD);
            }
        }
        return methods;
    }
}
