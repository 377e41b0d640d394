package io.ticketing.testing.oidc;

import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The cookies of one browser. As browsers do with a page of this machine, it sends those marked Secure without TLS too. */
final class CookieJar {
    private record Kept(String host, HttpCookie cookie) {

        boolean goesTo(URI address) {
            String path = cookie.getPath() == null ? "/" : cookie.getPath();
            String asked = address.getPath().isEmpty() ? "/" : address.getPath();
            return host.equals(address.getHost())
                    && (asked.equals(path) || asked.startsWith(path.endsWith("/") ? path : path + "/"));
        }

        boolean isReplacedBy(Kept other) {
            return host.equals(other.host) && cookie.equals(other.cookie);
        }
    }

    private final List<Kept> kept = new CopyOnWriteArrayList<>();

    void take(URI from, List<String> headers) {
        headers.stream().flatMap(header -> HttpCookie.parse(header).stream()).forEach(cookie -> {
            Kept fresh = new Kept(from.getHost(), cookie);
            kept.removeIf(old -> old.isReplacedBy(fresh));
            if (!cookie.hasExpired()) {
                kept.add(fresh);
            }
        });
    }

    void takeAll(CookieJar other) {
        kept.addAll(other.kept);
    }

    /** The header for a request to that address; empty when no cookie belongs there. */
    Optional<String> header(URI to) {
        String pairs = kept.stream()
                .filter(one -> one.goesTo(to))
                .map(one -> one.cookie().getName() + "=" + one.cookie().getValue())
                .collect(Collectors.joining("; "));
        return pairs.isEmpty() ? Optional.empty() : Optional.of(pairs);
    }

    Optional<String> value(String name) {
        return kept.stream()
                .filter(one -> one.cookie().getName().equals(name))
                .map(one -> one.cookie().getValue())
                .findFirst();
    }

    List<String> names() {
        return kept.stream().map(one -> one.cookie().getName()).toList();
    }

    void forget(String prefix) {
        kept.removeIf(one -> one.cookie().getName().startsWith(prefix));
    }
}
