package io.ticketing.e2e.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import io.ticketing.testing.gemini.GeminiCall;
import org.junit.jupiter.api.Test;

/** The main job with a model that answers. */
@PlayedIn(value = World.GEMINI, act = PlayedIn.Act.FIRST)
class MainJobWithGeminiTest extends MainJobStory {
    private final Scene scene;

    MainJobWithGeminiTest(Scene scene) {
        super(scene, "gemini");
        this.scene = scene;
    }

    @Test
    void theModelIsAskedOnceForEachTicketAndToldTheSchema() {
        assertThat(scene.gemini().calls()).hasSize(3).allSatisfy(call -> {
            assertThat(call.asksForJson()).isTrue();
            assertThat(call.schema().isObject()).isTrue();
        });
        assertThat(scene.gemini().calls()).extracting(GeminiCall::prompt).doesNotHaveDuplicates();
    }
}
