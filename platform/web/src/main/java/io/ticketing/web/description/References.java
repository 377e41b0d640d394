package io.ticketing.web.description;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which schemas lead to which. */
final class References {

    private final Map<String, Schema> schemas;
    private final Set<String> reached = new HashSet<>();

    private References(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** The names of the schemas that requests are made of. */
    static Set<String> ofRequests(OpenAPI api) {
        References references = new References(api.getComponents().getSchemas());
        Route.all(api)
                .map(route -> route.operation().getRequestBody())
                .filter(Objects::nonNull)
                .map(body -> body.getContent())
                .filter(Objects::nonNull)
                .map(Content::getMediaTypes)
                .flatMap(types -> types.values().stream())
                .map(MediaType::getSchema)
                .filter(Objects::nonNull)
                .forEach(references::follow);
        return references.reached;
    }

    private void follow(Schema schema) {
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (reached.add(name) && schemas.containsKey(name)) {
                follow(schemas.get(name));
            }
        }
        Stream.of(
                        one(schema.getItems()),
                        one(schema.getAdditionalPropertiesSchema()),
                        schema.getProperties() == null
                                ? List.<Schema>of()
                                : schema.getProperties().values(),
                        all(schema.getAnyOf()),
                        all(schema.getOneOf()),
                        all(schema.getAllOf()))
                .flatMap(Collection::stream)
                .forEach(this::follow);
    }

    private static Collection<Schema> one(@Nullable Schema schema) {
        return schema == null ? List.of() : List.of(schema);
    }

    private static Collection<Schema> all(@Nullable List<Schema> schemas) {
        return schemas == null ? List.of() : schemas;
    }
}
