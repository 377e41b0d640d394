package io.ticketing.notification.settings;

/** A setting is missing or makes no sense; the message is one line that names its variable, never its value. */
final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }
}
