package io.ticketing.triage.assignment;

/** Says why, for people, and names nobody: what is said here is kept, and stays when the one that it is about is deleted. */
final class Words {

    static final String ALL_BUSY =
            "Everybody who has the skills is full or away; the ticket waits for the first who is free.";
    static final String OTHERS_FIRST =
            "Others that are more urgent or wait longer come first; the ticket waits until it is its turn.";
    static final String NOBODY =
            "Nobody has the skills, and there is no admin; the ticket waits until somebody can take it.";

    private Words() {}

    static String bestFit(Considered best, Need need) {
        return "Fits best: %s (%d of %s), %s"
                .formatted(
                        String.join(", ", best.matched()),
                        best.fit(),
                        counted(need.skills().size(), "skill"),
                        counted(best.openTickets(), "open ticket"));
    }

    static String admin(Considered admin, Need need, boolean othersWereBusy) {
        return "%s; the least loaded admin has it, with %s"
                .formatted(why(need, othersWereBusy), counted(admin.openTickets(), "open ticket"));
    }

    private static String why(Need need, boolean othersWereBusy) {
        if (othersWereBusy) {
            return "Everybody who has the skills stayed full or away for too long";
        }
        return need.skills().isEmpty()
                ? "No skill could be told from the ticket"
                : "No moderator has the skills (%s)".formatted(String.join(", ", need.skills()));
    }

    private static String counted(int number, String thing) {
        return number == 1 ? "1 " + thing : number + " " + thing + "s";
    }
}
