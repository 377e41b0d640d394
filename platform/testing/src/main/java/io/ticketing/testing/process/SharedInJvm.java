package io.ticketing.testing.process;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Holds what exists once per JVM, however many class loaders load this module.
 *
 * <p>Quarkus gives each started application a class loader of its own, and with it fresh statics. A part that takes
 * seconds to start must survive that, so its handle is kept by the system class loader. Only types of the JDK may be
 * kept here: any other type would be a stranger to the next class loader.
 */
public final class SharedInJvm {
    private static final ConcurrentMap<String, Object> PARTS = new ConcurrentHashMap<>();

    private SharedInJvm() {}

    /**
     * Returns what is kept under {@code key}, made by {@code maker} the first time.
     *
     * @param type a type of the JDK
     */
    public static <T> T once(String key, Class<T> type, Supplier<T> maker) {
        return type.cast(parts().computeIfAbsent(key, absent -> maker.get()));
    }

    /** The map itself; public because other class loaders reach it by reflection. */
    public static ConcurrentMap<String, Object> ownParts() {
        return PARTS;
    }

    @SuppressWarnings("unchecked")
    private static ConcurrentMap<String, Object> parts() {
        try {
            Class<?> shared = ClassLoader.getSystemClassLoader().loadClass(SharedInJvm.class.getName());
            return (ConcurrentMap<String, Object>) shared.getMethod("ownParts").invoke(null);
        } catch (ClassNotFoundException notOnTheSystemClassPath) {
            return PARTS;
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("The parts shared in this JVM cannot be reached", broken);
        }
    }
}
