package io.ticketing.web.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jboss.jandex.IndexView;

/**
 * Says of every member what the record behind it knows: whether it may be null, whether an answer always has it, and which texts are
 * accepted. A text in a path is an id. A query parameter, when it is there, is not empty; one with a longest length is text as
 * {@code QueryParameters} reads it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class HonestMembers implements OASFilter {

    private static final String ID = "^[0-9a-f]{24}$";

    private final RecordsBySchema records;

    /** Made by the build, with what it knows of all classes. */
    public HonestMembers(IndexView index) {
        this.records = new RecordsBySchema(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Route.all(api).flatMap(route -> route.parameters().stream()).forEach(HonestMembers::describe);
        Route.all(api)
                .map(Route::operation)
                .map(Operation::getRequestBody)
                .filter(body -> body != null && !Boolean.TRUE.equals(body.getRequired()))
                .forEach(HonestMembers::describe);
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        Set<String> requests = References.ofRequests(api);
        api.getComponents().getSchemas().forEach((name, schema) -> records.members(name, schema)
                .ifPresent(members -> describe(schema, members, requests.contains(name))));
    }

    private static void describe(Schema schema, Map<String, Member> members, boolean isRequest) {
        Map<String, Schema> properties = new LinkedHashMap<>();
        members.forEach((name, member) -> {
            Schema property = schema.getProperties().get(name);
            member.text().ifPresent(rule -> rule.describe(property));
            member.textOfItems()
                    .ifPresent(rule -> Optional.ofNullable(property.getItems()).ifPresent(rule::describe));
            properties.put(name, member.mayBeNull() || isNothing(property) ? orNull(property) : property);
            if (!isRequest && !member.mayLack()) {
                schema.addRequired(name);
            }
        });
        schema.setProperties(properties);
    }

    /** The data of an answer without any. */
    private static boolean isNothing(Schema schema) {
        return schema.getAll() == null || schema.getAll().isEmpty();
    }

    /** What may be left out may be null as well. */
    private static void describe(RequestBody body) {
        body.getContent().getMediaTypes().values().forEach(media -> media.setSchema(orNull(media.getSchema())));
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .description(schema.getDescription())
                    .anyOf(List.of(OASFactory.createSchema().ref(schema.getRef()), nothing()));
        }
        if (schema.getType() == null || !schema.getType().contains(SchemaType.NULL)) {
            schema.addType(SchemaType.NULL);
        }
        return schema;
    }

    private static Schema nothing() {
        return OASFactory.createSchema().addType(SchemaType.NULL);
    }

    private static void describe(Parameter parameter) {
        Schema schema = parameter.getSchema();
        if (schema == null || !isFreeText(schema)) {
            return;
        }
        if (parameter.getIn() == Parameter.In.PATH) {
            schema.setPattern(ID);
        } else if (parameter.getIn() != Parameter.In.QUERY) {
            return;
        } else if (schema.getMaxLength() != null) {
            new TextRule(1, schema.getMaxLength(), false, false).describe(schema);
        } else if (schema.getMinLength() == null) {
            schema.setMinLength(1);
        }
    }

    private static boolean isFreeText(Schema schema) {
        return List.of(SchemaType.STRING).equals(schema.getType())
                && schema.getEnumeration() == null
                && schema.getPattern() == null
                && schema.getFormat() == null;
    }
}
