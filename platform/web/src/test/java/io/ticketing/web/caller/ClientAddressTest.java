package io.ticketing.web.caller;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.ticketing.web.WebTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WebTest
class ClientAddressTest {

    @Inject
    ClientAddress address;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1 | 192.0.2.1",
                "10.9.9.9, 192.0.2.1 | 192.0.2.1",
                "10.9.9.9,192.0.2.1 | 192.0.2.1",
                "2001:db8::1 | 2001:db8::1",
                "192.0.2.1, 2001:db8::1 | 2001:db8::1"
            })
    void theGatewaysOwnEntryCountsWhateverAClientPutBeforeIt(String forwarded, String client) {
        given().header("X-Forwarded-For", forwarded)
                .get("/probe/address")
                .then()
                .statusCode(200)
                .body("data", equalTo(client));
    }

    @Test
    void withoutAGatewayItIsThePeer() {
        given().get("/probe/address").then().statusCode(200).body("data", equalTo("127.0.0.1"));
    }

    @Test
    void outsideOfARequestThereIsNone() {
        assertThat(address.current()).isEmpty();
    }
}
