package io.ticketing.web.description;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketing.web.WebTest;
import io.ticketing.web.problem.FieldError;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

@WebTest
class HonestMembersTest {

    @Test
    void whatAnAnswerAlwaysHasIsRequired() {
        assertThat(required("Parcel")).containsExactly("_id", "speed", "notes");
        assertThat(required("Problem"))
                .contains("type", "errors", "traceId", "success")
                .doesNotContain("data");
    }

    @Test
    void whatMayBeNullSaysSo() {
        JsonNode parcel = schema("Parcel").path("properties");

        assertThat(parcel.path("speed")).hasToString("""
                {"description":"Null when nobody minds","anyOf":[{"$ref":"#/components/schemas/Speed"},{"type":"null"}]}""");
        assertThat(parcel.path("notes").path("type")).hasToString("[\"string\",\"null\"]");
        assertThat(parcel.path("code").path("type")).hasToString("\"string\"");
        assertThat(parcel.path("_id").path("type")).hasToString("\"string\"");
    }

    @Test
    void whatIsUnwrappedMayLackAsAWhole() {
        assertThat(schema("Parcel").path("properties").has("carrierName")).isTrue();
        assertThat(required("Parcel")).doesNotContain("carrierName", "pausesUntil");
        assertThat(schema("Parcel").path("properties").path("pausesUntil").path("anyOf"))
                .hasSize(2);
    }

    @Test
    void anEnvelopeHoldsWhatItIsSaidToHoldAndOneWithoutDataHoldsNull() {
        assertThat(schema("EnvelopeParcelView").path("properties").path("data"))
                .hasToString("{\"$ref\":\"#/components/schemas/Parcel\"}");
        assertThat(required("EnvelopeParcelView")).containsExactly("success", "statusCode", "message", "data");
        assertThat(schema("EnvelopeVoid").path("properties").path("data")).hasToString("{\"type\":\"null\"}");
    }

    @Test
    void aRequestNeedsWhatValidationNeedsAndTakesNullForWhatItCanDoWithout() {
        JsonNode request = schema("ParcelRequest");

        assertThat(required("ParcelRequest")).containsExactly("name");
        assertThat(request.path("properties").path("notes").path("type")).hasToString("[\"string\",\"null\"]");
        assertThat(request.path("properties").path("address").path("anyOf")).hasSize(2);
    }

    @Test
    void textsAreDescribedAsTheyAreValidated() {
        JsonNode request = schema("ParcelRequest").path("properties");

        assertThat(request.path("name").path("minLength").asInt()).isEqualTo(1);
        assertThat(request.path("name").path("maxLength").asInt()).isEqualTo(20);
        assertThat(request.path("name").path("pattern").asText()).isNotBlank();
        JsonNode label = request.path("labels").path("items");
        assertThat(label.path("maxLength").asInt()).isEqualTo(5);
        assertThat(label.path("pattern").asText()).isNotBlank();
    }

    @Test
    void anEmptyQueryParameterIsNotDescribed() {
        assertThat(parameter("owner").path("minLength").asInt()).isEqualTo(1);
        assertThat(parameter("owner").has("pattern")).isFalse();
    }

    @Test
    void aQueryParameterWithALongestLengthIsText() {
        assertThat(parameter("words").path("minLength").asInt()).isEqualTo(1);
        assertThat(parameter("words").path("maxLength").asInt()).isEqualTo(5);
        assertThat(parameter("words").path("pattern").asText()).isNotBlank();
    }

    @Test
    void aServiceWithoutRoutesSaysTheSameOfWhatIsCommonToAll() throws IOException {
        Schema error = OASFactory.createSchema()
                .addProperty("field", OASFactory.createSchema().addType(SchemaType.STRING))
                .addProperty("message", OASFactory.createSchema().addType(SchemaType.STRING));
        OpenAPI api = OASFactory.createOpenAPI()
                .components(OASFactory.createComponents().addSchema("FieldError", error));

        new HonestMembers(Index.of(FieldError.class)).filterOpenAPI(api);

        assertThat(error.getRequired()).containsExactly("field", "message");
    }

    private static JsonNode parameter(String name) {
        return description()
                .at("/paths/~1probe~1parcels~1first/get/parameters")
                .valueStream()
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("schema");
    }

    private static List<String> required(String name) {
        return schema(name).path("required").valueStream().map(JsonNode::asText).toList();
    }

    private static JsonNode schema(String name) {
        return description().path("components").path("schemas").path(name);
    }

    private static JsonNode description() {
        return given().get("/q/openapi?format=json").as(JsonNode.class);
    }
}
