package io.ticketing.testing.inngest;

import io.ticketing.testing.inngest.AppCall.Outcome;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/** Delivers calls: within a function's limits, not while it is away, and badly when told to. */
final class Delivery {
    private final AppCall app;
    private final ExecutorService threads;
    private final Random random;
    private InngestFaults faults = InngestFaults.NONE;

    Delivery(AppCall app, ExecutorService threads, long seed) {
        this.app = app;
        this.threads = threads;
        this.random = new Random(seed);
    }

    synchronized void faults(InngestFaults now) {
        faults = now;
        notifyAll();
    }

    synchronized InngestFaults faults() {
        return faults;
    }

    Outcome call(RunState run) throws InterruptedException {
        InngestFaults now = present();
        run.function().slots().acquire();
        try {
            byte[] body = Wire.bytes(run.call(now.keepsState()));
            run.called();
            if (happens(now.twice())) {
                threads.execute(() -> again(run, body));
            }
            Outcome outcome = app.post(run, body);
            return happens(now.lost()) ? Outcome.failed("Error", "The application took too long") : outcome;
        } finally {
            run.function().slots().release();
        }
    }

    private synchronized InngestFaults present() throws InterruptedException {
        while (faults.away()) {
            wait();
        }
        return faults;
    }

    private synchronized boolean happens(double likelihood) {
        return random.nextDouble() < likelihood;
    }

    private void again(RunState run, byte[] body) {
        try {
            app.post(run, body);
        } catch (InterruptedException | RejectedExecutionException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
