package io.ticketing.web.description;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * An operation together with the parameters of its path.
 *
 * @param operation as it is described so far
 * @param parameters its own and the path's
 */
record Route(Operation operation, List<Parameter> parameters) {

    /** All that a service has; it may have none. */
    static Stream<Route> all(OpenAPI api) {
        return Optional.ofNullable(api.getPaths()).map(Paths::getPathItems).stream()
                .flatMap(paths -> paths.values().stream())
                .flatMap(Route::of);
    }

    private static Stream<Route> of(PathItem path) {
        return path.getOperations().values().stream()
                .map(operation -> new Route(
                        operation,
                        Stream.of(path.getParameters(), operation.getParameters())
                                .filter(Objects::nonNull)
                                .flatMap(List::stream)
                                .toList()));
    }

    boolean takesBody() {
        return operation.getRequestBody() != null;
    }

    /**
     * Whether there is anything that may be malformed. A malformed id in the path is one that does not exist, but the gateway refuses paths in
     * which there is more amiss, such as a backslash.
     */
    boolean readsInput() {
        return takesBody() || !parameters.isEmpty();
    }

    boolean namesSomething() {
        return has(Parameter.In.PATH);
    }

    boolean isSecured() {
        return Optional.ofNullable(operation.getSecurity())
                .filter(security -> !security.isEmpty())
                .isPresent();
    }

    private boolean has(Parameter.In place) {
        return parameters.stream().anyMatch(parameter -> parameter.getIn() == place);
    }
}
