package io.ticketing.web.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.ticketing.web.problem.Problem;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Gives every operation the failures that it has in common with others, and every failure the shape of a problem. An operation says itself
 * only what is particular about it, such as why it answers 409; a header that it names is always there, unless it says otherwise.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ProblemAnswers implements OASFilter {

    /** What Quarkus says of every operation that needs a token. */
    private static final Set<String> STOCK_PHRASES = Set.of("Not Authorized", "Not Allowed");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        Components components = Objects.requireNonNullElseGet(api.getComponents(), OASFactory::createComponents);
        api.setComponents(components);
        for (CommonProblem problem : CommonProblem.values()) {
            components.addResponse(problem.title(), complete(problem.code(), problem.response()));
        }
        Route.all(api).forEach(ProblemAnswers::complete);
    }

    private static void complete(Route route) {
        APIResponses described = route.operation().getResponses();
        Map<String, APIResponse> responses = new TreeMap<>(described.getAPIResponses());
        responses
                .values()
                .removeIf(response ->
                        response.getDescription() != null && STOCK_PHRASES.contains(response.getDescription()));
        responses.replaceAll(ProblemAnswers::complete);
        Arrays.stream(CommonProblem.values())
                .filter(problem -> problem.appliesTo(route))
                .forEach(problem -> responses.putIfAbsent(
                        problem.code(), OASFactory.createAPIResponse().ref(problem.title())));
        described.setAPIResponses(responses);
    }

    private static APIResponse complete(String code, APIResponse response) {
        if (response.getHeaders() != null) {
            response.getHeaders().values().forEach(ProblemAnswers::isAlwaysThere);
        }
        if (!isFailure(code)) {
            return response;
        }
        CommonProblem.remedy(code)
                .filter(name ->
                        response.getHeaders() == null || !response.getHeaders().containsKey(name))
                .ifPresent(name -> response.addHeader(name, remedy(name)));
        if (response.getContent() == null) {
            response.setContent(OASFactory.createContent()
                    .addMediaType(
                            Problem.MEDIA_TYPE,
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref("Problem"))));
        }
        return response;
    }

    private static boolean isFailure(String code) {
        return code.startsWith("4") || code.startsWith("5");
    }

    private static void isAlwaysThere(Header header) {
        if (header.getRequired() == null) {
            header.setRequired(true);
        }
    }

    private static Header remedy(String name) {
        boolean isTime = name.equals("Retry-After");
        return OASFactory.createHeader()
                .required(true)
                .description(isTime ? "After how many seconds to try again" : "How to authenticate")
                .schema(OASFactory.createSchema()
                        .addType(isTime ? Schema.SchemaType.INTEGER : Schema.SchemaType.STRING)
                        .addExample(isTime ? 2 : "Bearer"));
    }
}
