package io.ticketing.triage.run;

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
    static String idAfter(String runId) {
        Matcher form = FORM.matcher(runId);
        return form.matches() ? id(form.group(1), Integer.parseInt(form.group(2)) + 1) : id(runId, 1);
    }

    private static String id(String first, int number) {
        return "%s-r%04d".formatted(first, number);
    }
}
