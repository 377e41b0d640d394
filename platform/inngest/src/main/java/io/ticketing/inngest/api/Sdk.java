package io.ticketing.inngest.api;

/** Who speaks. */
public final class Sdk {

    /** The header that says so; without it the server takes an answer for somebody else's. */
    public static final String HEADER = "x-inngest-sdk";

    /** Language and version. */
    public static final String VERSION = "java:v0.1.0";

    /** What it runs in. */
    public static final String FRAMEWORK = "quarkus";

    /** The header with the version of the way in which steps are named and remembered. */
    public static final String REQUEST_VERSION_HEADER = "x-inngest-req-version";

    /** That version. */
    public static final String REQUEST_VERSION = "2";

    private Sdk() {}
}
