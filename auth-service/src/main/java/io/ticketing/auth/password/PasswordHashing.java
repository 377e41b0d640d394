package io.ticketing.auth.password;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.ticketing.auth.throttle.CurrentNetwork;
import io.ticketing.auth.throttle.Network;
import io.ticketing.web.problem.ProblemException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Argon2id with OWASP's parameters. One hash takes a core for some tens of milliseconds and twice 19 MiB of heap, so only as many run at
 * once as leave a core to everything else and fit into a quarter of the heap. Some may wait; whoever comes then is sent away at once.
 */
@ApplicationScoped
@Startup
public class PasswordHashing {

    /** Few enough that the last of them is served before he loses patience, which takes 50 ms for each before him. */
    static final int WAITING_PER_RUNNING = 192;

    /** A third of them: enough for a class that signs in at once, and too few for one or two to keep everybody else out. */
    static final int PER_NETWORK_AND_RUNNING = 64;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    /** The library keeps a block of that memory for each set of parameters and copies it for each hash. */
    private static final long BYTES_PER_HASH = 2 * MEMORY_KIB * 1024L;

    private final SecureRandom random = new SecureRandom();
    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private final HashingPool pool;
    private final Supplier<Network> here;
    private final String nobodys;

    @Inject
    PasswordHashing(CurrentNetwork here, MeterRegistry meters) {
        this(pool(meters), here::get);
    }

    PasswordHashing(HashingPool pool, Supplier<Network> here) {
        this.pool = pool;
        this.here = here;
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
        return run(() -> argon2.hash(bytes(password), salt).getResult());
    }

    /**
     * Whether this is the password behind the hash. Without a hash the answer is no, and takes as long as any other.
     *
     * @throws ProblemException 503 when too many others wait
     */
    public boolean matches(String password, Optional<String> hash) {
        String known = hash.orElse(nobodys);
        Argon2Function sameParameters = Argon2Function.getInstanceFromHash(known);
        return run(() -> sameParameters.check(password, known)) && hash.isPresent();
    }

    /** A stronger hash of the password behind that one; empty when it is strong enough, and when there is no room to make one now. */
    public Optional<String> stronger(String hash, String password) {
        if (!isWeak(hash)) {
            return Optional.empty();
        }
        try {
            return Optional.of(hash(password));
        } catch (ProblemException busy) {
            return Optional.empty();
        }
    }

    /** Whether a hash is weaker than one that would be made today. */
    static boolean isWeak(String hash) {
        Argon2Function then = Argon2Function.getInstanceFromHash(hash);
        return then.getVariant() != Argon2.ID
                || then.getMemory() < MEMORY_KIB
                || then.getIterations() < PASSES
                || then.getOutputLength() < HASH_BYTES;
    }

    /** How many hashes may run at once with so many bytes of heap and so many cores; at least one. */
    static int concurrency(long heapBytes, int processors) {
        return Math.clamp(heapBytes / 4 / BYTES_PER_HASH, 1, Math.max(1, processors - 1));
    }

    @PreDestroy
    void stop() {
        pool.close();
    }

    private <T> T run(Callable<T> work) {
        return pool.run(here.get(), work);
    }

    private static HashingPool pool(MeterRegistry meters) {
        int atOnce = concurrency(
                Runtime.getRuntime().maxMemory(), Runtime.getRuntime().availableProcessors());
        return new HashingPool(atOnce, atOnce * WAITING_PER_RUNNING, atOnce * PER_NETWORK_AND_RUNNING, meters);
    }

    private static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}
