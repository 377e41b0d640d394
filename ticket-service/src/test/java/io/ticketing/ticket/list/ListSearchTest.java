package io.ticketing.ticket.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class ListSearchTest {

    private final Person student = Person.student();

    @ParameterizedTest
    @CsvSource({
        "vpn, true",
        "VPN drops, true",
        "drops vpn, true",
        "campus, true",
        "network_1, true",
        "network, true",
        "ecole, true",
        "ÉCOLE!, true",
        "(vpn) ? drops:, true",
        "drop, false",
        "vpn printer, false",
        ".*, true",
        "vp, false"
    })
    void allWordsHaveToBeInTheTitleTheDescriptionOrTheHashtags(String text, boolean found) {
        String id = Api.create(student, "VPN drops .*a", "At the école, on campus Wi-Fi.", List.of("network_1"))
                .data()
                .path("_id")
                .asText();
        String query = text.equals(".*") ? ".* a" : text;

        assertThat(search(query)).isEqualTo(found ? List.of(id) : List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🦉 owl 👩‍👩‍👧‍👦 family",
                "מערכת הכרטיסים لا تعمل",
                "שָׁלוֹם עֲלֵיכֶם",
                "<script>alert('x')</script>",
                "${jndi:ldap://x} #{1+1} {{7*7}} %s %n",
                "  spaces around  ",
                "'; DROP TABLE tickets; --",
                "{\"$ne\": null}",
                "e\u0301 stays decomposed",
                "登录失败,请帮忙",
                "ログインできません",
                "เข้าสู่ระบบไม่ได้",
                "हिन्दी में लिखा",
                "\uFF26\uFF35\uFF2C\uFF2C width"
            })
    void anyTextIsListedUnchangedAndFound(String text) {
        String id = Api.create(student, text, text, List.of("text"))
                .data()
                .path("_id")
                .asText();

        Answer found = Api.get(Api.LIST + "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8), student);

        assertThat(Pages.ids(found)).containsExactly(id);
        assertThat(found.data().path(0).path("title").asText()).isEqualTo(text);
        assertThat(found.data().path(0).path("description").asText()).isEqualTo(text);
    }

    @Test
    void aTextWithoutWordsIsKept() {
        String id = Api.create(student, "🦉?!", "…", List.of("owl"))
                .data()
                .path("_id")
                .asText();

        assertThat(search("owl")).containsExactly(id);
    }

    @Test
    void theLongestTextIsFoundByItsFirstWordsAndItsHashtags() {
        String description = IntStream.range(0, 2_000)
                .mapToObj(number -> "%04d".formatted(number))
                .collect(Collectors.joining(" "));
        String id = Api.create(student, "Numbers", description, List.of("last"))
                .data()
                .path("_id")
                .asText();

        assertThat(search("numbers 0000 0500 last")).containsExactly(id);
        assertThat(search("1999")).isEmpty();
        assertThat(search("x".repeat(200))).isEmpty();
    }

    private List<String> search(String text) {
        return Pages.all(student, "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8), 50);
    }
}
