package io.ticketing.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** README shows the table that the tests ask; no stack is needed to see that. */
@PlayedIn(World.IDENTITY)
class ReadmeTest {
    private static final String BEGIN =
            "<!-- roles and routes: made from e2e/src/test/resources/roles-and-routes.md -->\n";
    private static final String END = "\n<!-- end of roles and routes -->";

    @Test
    void readmeShowsTheTable() throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("ticketing.root", ".."), "README.md"));
        String expected = RolesAndRoutes.read().rendered();

        assertThat(readme)
                .as("README has to hold, between its two marks:%n%s", expected)
                .contains(BEGIN + expected + END);
    }
}
