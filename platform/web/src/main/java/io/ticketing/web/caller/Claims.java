package io.ticketing.web.caller;

import java.time.Instant;

/**
 * What a token says of its bearer.
 *
 * @param userId {@code sub}
 * @param tokenId {@code jti}
 * @param version {@code ver}: the user's version when the token was issued
 * @param role the only entry of {@code groups}
 * @param onboarded {@code onboarded}
 * @param expiresAt {@code exp}
 */
public record Claims(String userId, String tokenId, long version, String role, boolean onboarded, Instant expiresAt) {}
