package io.ticketing.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "10.1.2.3, 10.1.2.3",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
        "::ffff:10.1.2.3, 10.1.2.3",
        "not an address, not an address"
    })
    void ofOneNetwork(String one, String other) {
        assertThat(Network.of(one)).isEqualTo(Network.of(other));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "10.1.2.3, 10.1.2.4",
        "2001:db8:1:2::1, 2001:db8:1:3::1",
        "::1, 0.0.0.1",
        "not an address, no address either"
    })
    void ofDifferentNetworks(String one, String other) {
        assertThat(Network.of(one)).isNotEqualTo(Network.of(other));
    }
}
