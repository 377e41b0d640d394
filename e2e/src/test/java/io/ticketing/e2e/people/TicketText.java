package io.ticketing.e2e.people;

import java.util.List;

/**
 * What somebody types into a new ticket; the title occurs nowhere else.
 *
 * @param title one line
 * @param description in words
 * @param hashtags one to four
 */
public record TicketText(String title, String description, List<String> hashtags) {
    /** Urgent, for somebody who knows databases. */
    public static TicketText aboutTheDatabase() {
        return new TicketText(
                "Production is down, MongoDB does not answer (" + Casting.unique() + ")",
                "Urgent: every query of the orders database runs into a timeout since the new index was built. "
                        + "The mongo log says nothing. Reported by " + Casting.unique() + ".",
                List.of("database", "mongodb"));
    }

    /** For somebody who knows payments. */
    public static TicketText aboutAPayment() {
        return new TicketText(
                "My card is refused at the payment of an invoice (" + Casting.unique() + ")",
                "The billing form takes my card, then the payment fails and there is no refund. My order is "
                        + Casting.unique() + ".",
                List.of("billing", "payment"));
    }

    /** Harmless, and nobody has learned it. */
    public static TicketText aboutABicycle() {
        return new TicketText(
                "Where may I leave my bicycle (" + Casting.unique() + ")",
                "A small question, when possible: is there a roof somewhere near the main entrance? I come by bicycle, "
                        + "its name is " + Casting.unique() + ".",
                List.of("campus"));
    }
}
