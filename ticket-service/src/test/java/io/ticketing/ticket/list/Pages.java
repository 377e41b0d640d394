package io.ticketing.ticket.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Goes through a list, page by page. */
final class Pages {

    private Pages() {}

    /** The ids of all tickets, in the order of the list. */
    static List<String> all(Person caller, String query, int limit) {
        return all(caller, query, limit, () -> {});
    }

    /** The same, while something happens between two pages. */
    static List<String> all(Person caller, String query, int limit, Runnable meanwhile) {
        String address = Api.LIST + "?limit=" + limit + "&" + query;
        Answer page = Api.get(address, caller);
        List<String> ids = new ArrayList<>(ids(page));
        while (page.json().path("page").path("nextCursor").isTextual()) {
            meanwhile.run();
            page = Api.get(address + "&cursor=" + nextCursor(page), caller);
            ids.addAll(ids(page));
        }
        return ids;
    }

    static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.data().spliterator(), false)
                .map(ticket -> ticket.path("_id").asText())
                .toList();
    }

    static String nextCursor(Answer answer) {
        return answer.json().path("page").path("nextCursor").asText();
    }
}
