package io.ticketing.auth.password;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.quarkus.runtime.Startup;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Argon2id with OWASP's parameters. One hash takes a core for some tens of milliseconds and twice 19 MiB of heap, so only as many run at
 * once as there are cores, and as fit into a quarter of the heap; the others wait their turn.
 */
@ApplicationScoped
@Startup
public class PasswordHashing {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    /** Shorter than the gateway's 15 s, so that whoever waited in vain is told so. */
    private static final int PATIENCE_SECONDS = 10;
    /** The library keeps a block of that memory for each set of parameters and copies it for each hash. */
    private static final long BYTES_PER_HASH = 2 * MEMORY_KIB * 1024L;

    private final SecureRandom random = new SecureRandom();
    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private final Semaphore turns = new Semaphore(
            concurrency(Runtime.getRuntime().maxMemory(), Runtime.getRuntime().availableProcessors()), true);
    private final String nobodys;

    PasswordHashing() {
        this.nobodys = hash("the password of nobody");
    }

    /**
     * The password as it may be stored: in the PHC string format, with a salt of its own.
     *
     * @throws ProblemException 503 when too many others wait
     */
    public final String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return inTurn(() -> argon2.hash(bytes(password), salt).getResult());
    }

    /**
     * Whether this is the password behind the hash. Without a hash the answer is no, and takes as long as any other.
     *
     * @throws ProblemException 503 when too many others wait
     */
    public boolean matches(String password, Optional<String> hash) {
        String known = hash.orElse(nobodys);
        Argon2Function sameParameters = Argon2Function.getInstanceFromHash(known);
        return inTurn(() -> sameParameters.check(password, known)) && hash.isPresent();
    }

    /** How many hashes may run at once with so many bytes of heap and so many cores; at least one. */
    static int concurrency(long heapBytes, int processors) {
        return Math.clamp(heapBytes / 4 / BYTES_PER_HASH, 1, processors);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(new Failure(
                503,
                "Too many are signing in at this moment; try again shortly.",
                List.of(),
                Map.of("Retry-After", "5"),
                null));
    }

    private static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}
