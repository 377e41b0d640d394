package io.ticketing.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** Tells by its name and kind what part a class plays. */
final class Roles {
    private static final Set<String> ADAPTERS = Set.of(
            "Resource",
            "Request",
            "Response",
            "View",
            "Document",
            "Repository",
            "Codec",
            "Consumer",
            "Channel",
            "Client",
            "Config",
            "Filter",
            "Mapper");

    /** A record, enum or sealed type that is, and lies in, no adapter. */
    static final DescribedPredicate<JavaClass> DOMAIN = describe(
            "domain types", type -> isValue(type) && ADAPTERS.stream().noneMatch(suffix -> isNamed(type, suffix)));

    static final DescribedPredicate<JavaClass> RESOURCE = describe("resources", type -> isNamed(type, "Resource"));

    static final DescribedPredicate<JavaClass> REST_SHAPE = describe(
            "what travels over REST",
            type -> isNamed(type, "Request") || isNamed(type, "Response") || isNamed(type, "View"));

    static final DescribedPredicate<JavaClass> DOCUMENT = describe("documents", type -> isNamed(type, "Document"));

    /** What the bus carries; the enums of the facts are shared words, and free. */
    static final DescribedPredicate<JavaClass> FACT =
            describe("facts", type -> type.getPackageName().startsWith("io.ticketing.events") && !type.isEnum());

    private Roles() {}

    private static boolean isValue(JavaClass type) {
        return type.isRecord()
                || type.isEnum()
                || (type.isInterface() && type.reflect().isSealed());
    }

    private static boolean isNamed(JavaClass type, String suffix) {
        return type.getSimpleName().endsWith(suffix)
                || type.getEnclosingClass().map(outer -> isNamed(outer, suffix)).orElse(false);
    }
}
