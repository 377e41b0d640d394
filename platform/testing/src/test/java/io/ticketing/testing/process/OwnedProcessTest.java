package io.ticketing.testing.process;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnedProcessTest {
    @Test
    void nothingOutlivesAJvmThatIsKilled(@TempDir Path temporary) throws IOException {
        Path directory = Files.createDirectory(temporary.resolve("own"));
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of("target", "classes").toString() + ":" + Path.of("target", "test-classes"),
                        Owner.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long child = Long.parseLong(jvm.inputReader().readLine());
        assertThat(ProcessHandle.of(child)).isPresent();

        jvm.destroyForcibly();

        eventually(() -> assertThat(ProcessHandle.of(child)).isEmpty());
        eventually(() -> assertThat(directory).doesNotExist());
    }

    @Test
    void aKilledProcessLeavesItsDirectory(@TempDir Path directory) {
        OwnedProcess process = OwnedProcess.start(directory, List.of("sh", "-c", "echo last words; exec sleep 600"));
        eventually(() -> assertThat(process.lastLines(1)).isEqualTo("last words"));

        process.kill();

        assertThat(process.isRunning()).isFalse();
        assertThat(directory).exists();
    }

    /** Starts a process, says its id, and waits to be killed. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(OwnedProcess.start(Path.of(arguments[0]), List.of("sleep", "600"))
                    .pid());
            Thread.currentThread().join();
        }
    }
}
