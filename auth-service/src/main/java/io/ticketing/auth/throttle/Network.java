package io.ticketing.auth.throttle;

import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Where requests come from, as far as it tells one client from another: an IPv4 address; of an IPv6 address the first 64 bits, for whoever
 * has one has all that begin so.
 *
 * @param value equal for equal networks
 */
public record Network(String value) {

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    /** The network of that address; what is no address counts as itself. */
    public static Network of(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return new Network(
                    HexFormat.of().formatHex(bytes, 0, bytes.length == IPV6_BYTES ? NETWORK_BYTES : bytes.length));
        } catch (IllegalArgumentException none) {
            return new Network(address);
        }
    }

    /** Nothing of where from, so that it may stand in a log. */
    @Override
    public String toString() {
        return "Network[]";
    }
}
