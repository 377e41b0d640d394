package io.ticketing.testing.gemini;

/** How the stand-in answers a call. */
public enum GeminiMood {
    /** A fitting analysis, at once. */
    HEALTHY,
    /** A fitting analysis, late. */
    SLOW,
    /** Refuses connections; as the mood of a single call: cuts the connection unanswered. */
    DOWN,
    /** 400 INVALID_ARGUMENT: the key is not valid. */
    HTTP_400,
    /** 401 UNAUTHENTICATED. */
    HTTP_401,
    /** 403 PERMISSION_DENIED. */
    HTTP_403,
    /** 404 NOT_FOUND: there is no such model. */
    HTTP_404,
    /** 500 INTERNAL. */
    HTTP_500,
    /** 503 UNAVAILABLE. */
    HTTP_503,
    /** 429 RESOURCE_EXHAUSTED with {@code Retry-After: 1}. */
    RATE_LIMITED,
    /** Chatter in Markdown, where JSON was asked for. */
    PROSE,
    /** JSON without the priority, with text for the confidence and a number among the skills. */
    BROKEN_SCHEMA,
    /** Well-formed but absurd: priority {@code urgent!!}, 500 skills, notes of 1 MiB, confidence 42. */
    OFF_LIST,
    /** JSON that ends in the middle (finishReason MAX_TOKENS). */
    CUT_JSON,
    /** No candidates at all. */
    EMPTY,
    /** No candidates, the prompt was blocked. */
    SAFETY_BLOCK,
    /** Accepts the call and never answers. */
    SILENT,
    /** A fitting analysis that comes byte by byte, each within any patience and all of them beyond it. */
    TRICKLING,
    /** An analysis whose notes are 16 MiB. */
    TOO_LARGE
}
