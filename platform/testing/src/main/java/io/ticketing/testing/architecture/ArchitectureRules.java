package io.ticketing.testing.architecture;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/**
 * All rules. A module checks them with
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "io.ticketing.ticket", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
public final class ArchitectureRules {
    @ArchTest
    static final ArchTests BORDERS = ArchTests.in(BorderRules.class);

    @ArchTest
    static final ArchTests SHAPES = ArchTests.in(ShapeRules.class);

    @ArchTest
    static final ArchTests STYLE = ArchTests.in(StyleRules.class);

    private ArchitectureRules() {}
}
