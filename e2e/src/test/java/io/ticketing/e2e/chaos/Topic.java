package io.ticketing.e2e.chaos;

import io.ticketing.e2e.people.TicketText;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What tickets are about, in words by which the model and the rules find the same skill. */
enum Topic {
    NETWORKING("The VPN drops and the network is gone", "Since this morning the VPN ends after a minute, wifi too."),
    PYTHON(
            "My Python script ends with a traceback",
            "The python script of the second exercise does not start any more."),
    JAVASCRIPT("The npm install of my JavaScript project fails", "A javascript package cannot be resolved by npm."),
    AUTHENTICATION("I cannot log in with my password", "To log in with my password fails, and the reset does, too."),
    EMAIL("No email arrives in my inbox", "All e-mails of this week are missing in my inbox, the newsletter included.");

    private static final List<String> URGENCY =
            List.of("It is urgent, all of us are blocked.", "It is a minor thing.", "Please have a look.");

    private final String title;
    private final String description;

    Topic(String title, String description) {
        this.title = title;
        this.description = description;
    }

    /** Whoever has it can help. */
    String skill() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same words for the same seed; the title occurs nowhere else. */
    static TicketText text(Plan plan, int number, Random chance) {
        Topic topic = values()[chance.nextInt(values().length)];
        String mark = "(chaos " + plan.seed() + "-" + number + ")";
        return new TicketText(
                topic.title + " " + mark,
                topic.description + " " + URGENCY.get(chance.nextInt(URGENCY.size())) + " It is case " + mark + ".",
                List.of("chaos"));
    }
}
