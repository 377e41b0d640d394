package io.ticketing.auth.token;

import io.quarkus.runtime.Startup;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.ticketing.auth.config.AuthConfig;
import io.ticketing.auth.config.TimeSpan;
import io.ticketing.auth.signing.SigningKey;
import io.ticketing.auth.signing.SigningKeys;
import io.ticketing.auth.user.User;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Issues access tokens: JWTs that say who somebody is, signed with ES256. */
@ApplicationScoped
@Startup(10)
public class AccessTokens {

    private static final String ISSUER = "ticketing-auth";
    private static final String AUDIENCE = "ticketing";

    private final SigningKeys keys;
    private final Clock clock;
    private final Duration life;

    AccessTokens(SigningKeys keys, Clock clock, AuthConfig config) {
        this.keys = keys;
        this.clock = clock;
        this.life = TimeSpan.ofTokens(config);
    }

    /** How long a token lives. */
    public Duration life() {
        return life;
    }

    /** A new token for that user, as he is now. */
    public String issueTo(User user) {
        SigningKey key = keys.current();
        Instant now = clock.instant();
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(user.id())
                .upn(user.email())
                .groups(Set.of(user.role().wireName()))
                .claim("onboarded", user.isOnboarded())
                .claim("ver", user.version())
                .claim("jti", UUID.randomUUID().toString())
                .issuedAt(now.getEpochSecond())
                .expiresAt(now.plus(life).getEpochSecond())
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.id())
                .sign(key.privateKey());
    }
}
