package io.ticketing.notification;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** All that the service logs for as long as this is open; what the mail server of the test says does not count. */
final class Logged extends Handler implements AutoCloseable {

    /** The message, its context and the whole of an exception. */
    private static final Formatter WHOLE = new PatternFormatter("%s %X %E");

    private final Logger root = Logger.getLogger("");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Logged() {
        root.addHandler(this);
    }

    String all() {
        return String.join("\n", lines);
    }

    @Override
    public void publish(LogRecord entry) {
        if (!entry.getLoggerName().startsWith("com.icegreen.")) {
            lines.add(WHOLE.format(entry));
        }
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
