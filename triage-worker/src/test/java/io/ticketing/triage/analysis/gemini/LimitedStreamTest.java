package io.ticketing.triage.analysis.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class LimitedStreamTest {

    private final InputStream answer = new ByteArrayInputStream(new byte[] {1, 2, 3});

    @Test
    void anAnswerWithinTheLimitIsReadToItsEnd() throws IOException {
        assertThat(new LimitedStream(answer, 3).readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void anAnswerBeyondItIsRefusedHoweverItIsRead() throws IOException {
        assertThatThrownBy(new LimitedStream(answer, 2)::readAllBytes).isInstanceOf(AnswerTooLarge.class);
        answer.reset();
        assertThatThrownBy(() -> readByteByByte(new LimitedStream(answer, 2))).isInstanceOf(AnswerTooLarge.class);
    }

    private static void readByteByByte(InputStream stream) throws IOException {
        int read;
        do {
            read = stream.read();
        } while (read >= 0);
    }
}
