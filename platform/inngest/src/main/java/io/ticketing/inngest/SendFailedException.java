package io.ticketing.inngest;

/** Events could not be sent. The message holds no key, no address and nothing of the events. */
public abstract sealed class SendFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SendFailedException(String message) {
        super(message);
    }

    /** The server will never take them so: the key is wrong, or an event is. */
    public static final class Refused extends SendFailedException {

        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message);
        }
    }

    /** The server is away, busy or broken; or it has them, and its answer was lost. Repeat with the same ids. */
    public static final class Unavailable extends SendFailedException {

        private static final long serialVersionUID = 1L;

        public Unavailable(String message) {
            super(message);
        }
    }
}
