package io.ticketing.events;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids of runs that somebody wanted: that of the run before with a number behind it. So two people who want it at once want the same run, and of
 * two runs of the same wording the later one has the higher id.
 */
public final class RetriedRun {

    private static final Pattern FORM = Pattern.compile("(.+)-r(\\d{4})");

    private RetriedRun() {}

    /** Whether that run was wanted by somebody. */
    public static boolean isOne(String runId) {
        return FORM.matcher(runId).matches();
    }

    /** The id of the run that comes after that one. */
    public static String idAfter(String runId) {
        Matcher form = FORM.matcher(runId);
        return form.matches() ? id(form.group(1), Integer.parseInt(form.group(2)) + 1) : id(runId, 1);
    }

    /** Whether both are runs of one wording, and that one was wanted before the other. */
    public static boolean isBefore(String runId, String other) {
        return firstOf(runId).equals(firstOf(other)) && runId.compareTo(other) < 0;
    }

    private static String firstOf(String runId) {
        Matcher form = FORM.matcher(runId);
        return form.matches() ? form.group(1) : runId;
    }

    private static String id(String first, int number) {
        return "%s-r%04d".formatted(first, number);
    }
}
