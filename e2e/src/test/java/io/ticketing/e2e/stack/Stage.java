package io.ticketing.e2e.stack;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Sets the scene of a test class: takes the stack of the world before down, and this one's up. */
final class Stage implements ParameterResolver {
    private static final Map<World, AssertionError> FAILED = new EnumMap<>(World.class);
    private static @Nullable Scene now;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Scene resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return prepare(context);
    }

    private static synchronized Scene prepare(ExtensionContext context) {
        World world =
                context.getRequiredTestClass().getAnnotation(PlayedIn.class).value();
        Scene scene = now;
        if (scene != null && scene.world() != world) {
            scene.end();
            scene = null;
        }
        if (scene == null) {
            now = null;
            scene = first(world);
            now = scene;
        }
        scene.stack().up();
        return scene;
    }

    /** A stack that does not start is not tried again by the next class. */
    private static Scene first(World world) {
        AssertionError failed = FAILED.get(world);
        if (failed != null) {
            throw new AssertionError("The stack did not start before", failed);
        }
        try {
            return Scene.of(world);
        } catch (AssertionError failure) {
            FAILED.put(world, failure);
            throw failure;
        }
    }
}
