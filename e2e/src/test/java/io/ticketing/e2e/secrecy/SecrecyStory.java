package io.ticketing.e2e.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.stack.Part;
import io.ticketing.e2e.stack.Scene;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads the logs of all that was played before on this stack. */
abstract class SecrecyStory {
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10,}\\.[\\w-]+");
    private static final Pattern ADDRESS = Pattern.compile("@people\\.test", Pattern.CASE_INSENSITIVE);

    private final Scene scene;

    SecrecyStory(Scene scene) {
        this.scene = scene;
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void everyPartHasWrittenALog(Part part) {
        assertThat(scene.stack().log(part)).isNotBlank();
    }

    @Test
    void noLogRepeatsWhatPeopleTypedOrWereGiven() {
        Set<String> secrets = Stream.concat(
                        scene.secrets().all().stream(), scene.stack().secrets())
                .collect(Collectors.toSet());
        assertThat(secrets).hasSizeGreaterThan(20).allMatch(secret -> secret.length() > 8);

        Map<String, String> logs = scene.stack().logs();

        assertThat(logs).isNotEmpty().allSatisfy((name, log) -> assertThat(secrets)
                .filteredOn(log::contains)
                .as("what %s repeats", name)
                .isEmpty());
    }

    @Test
    void noLogHoldsAnAddressOrATokenOfAnyKind() {
        assertThat(scene.stack().logs()).allSatisfy((name, log) -> {
            assertThat(lines(TOKEN, log)).as("tokens in %s", name).isEmpty();
            assertThat(lines(ADDRESS, log)).as("addresses in %s", name).isEmpty();
        });
    }

    private static Stream<String> lines(Pattern wanted, String log) {
        return log.lines().filter(line -> {
            Matcher matcher = wanted.matcher(line);
            return matcher.find();
        });
    }
}
