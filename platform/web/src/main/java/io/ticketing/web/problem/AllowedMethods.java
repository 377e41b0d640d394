package io.ticketing.web.problem;

import jakarta.ws.rs.HttpMethod;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    private static Set<String> declared(RequestMatch<InitialMatch> resource) {
        String rest = resource.remaining.isEmpty() ? "/" : resource.remaining;
        return Stream.of(resource.value.handlers)
                .filter(ClassRoutingHandler.class::isInstance)
                .map(ClassRoutingHandler.class::cast)
                .flatMap(routes -> routes.getMappers().entrySet().stream())
                .filter(route -> answers(route, rest))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean answers(Map.Entry<String, RequestMapper<RuntimeResource>> route, String rest) {
        return route.getKey() != null && route.getValue().map(rest) != null;
    }

    /** HEAD goes with GET by itself; a resource that has one of its own has it to refuse. */
    private static Set<String> withImplied(Set<String> declared) {
        if (!declared.isEmpty()) {
            if (!declared.remove(HttpMethod.HEAD) && declared.contains(HttpMethod.GET)) {
                declared.add(HttpMethod.HEAD);
            }
            declared.add(HttpMethod.OPTIONS);
        }
        return declared;
    }
}
