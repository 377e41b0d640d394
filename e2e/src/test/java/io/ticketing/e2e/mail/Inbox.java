package io.ticketing.e2e.mail;

import static io.restassured.RestAssured.given;
import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.ticketing.e2e.people.Json;
import io.ticketing.e2e.people.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The stack's inbox, read as its web page reads it. */
public final class Inbox {
    private static final Pattern TOKEN = Pattern.compile("https?://\\S+[?&]token=([\\w.~-]+)");

    private final String url;

    /** The inbox at this address. */
    public Inbox(String url) {
        this.url = url;
    }

    /** All mails to this person. */
    public List<Mail> to(Person person) {
        return all().stream()
                .filter(mail -> mail.recipients().stream().anyMatch(person.email()::equalsIgnoreCase))
                .toList();
    }

    /** All mails to anybody whose subject has this text. */
    public List<Mail> about(String text) {
        return all().stream().filter(mail -> mail.subject().contains(text)).toList();
    }

    /** The token in the link of the newest mail to this person with this in its subject; waits for it. */
    public String token(Person person, String subject) {
        eventually(() -> assertThat(tokens(person, subject)).isNotEmpty());
        return person.secrets().keep(tokens(person, subject).getLast());
    }

    /** The tokens of all links in mails to this person with this in their subject, the oldest first. */
    public List<String> tokens(Person person, String subject) {
        return to(person).stream()
                .filter(mail -> mail.subject().contains(subject))
                .sorted(Comparator.comparing(mail -> Long.parseLong(mail.id())))
                .flatMap(mail -> TOKEN.matcher(plain(mail)).results())
                .map(link -> link.group(1))
                .toList();
    }

    /** The mail's body as plain text. */
    public String plain(Mail mail) {
        return get("/api/messages/" + mail.id() + ".plain").asString();
    }

    /** The mail's body as HTML. */
    public String html(Mail mail) {
        return get("/api/messages/" + mail.id() + ".html").asString();
    }

    /** Every mail, page after page. */
    public List<Mail> all() {
        List<Mail> mails = new ArrayList<>();
        int pages = 1;
        for (int page = 1; page <= pages; page++) {
            JsonNode answer = Json.read(get("/api/messages/?page=" + page).asString());
            answer.path("data").valueStream().map(Mail::of).forEach(mails::add);
            pages = answer.path("meta").path("pages_total").asInt();
        }
        return mails;
    }

    private Response get(String path) {
        Response response = given().get(url + path);
        assertThat(response.statusCode()).as("status of the inbox at %s", path).isEqualTo(200);
        return response;
    }
}
