package io.ticketing.web.caller;

/**
 * What a token says of its bearer.
 *
 * @param userId {@code sub}
 * @param tokenId {@code jti}
 * @param version {@code ver}: the user's version when the token was issued
 * @param role the only entry of {@code groups}
 * @param onboarded {@code onboarded}
 */
public record Claims(String userId, String tokenId, long version, String role, boolean onboarded) {}
