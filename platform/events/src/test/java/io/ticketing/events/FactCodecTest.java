package io.ticketing.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ticketing.testing.golden.GoldenFact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactCodecTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(FactType.class)
    void everyFactIsReadAndWrittenAsItsSampleSays(FactType type) throws IOException {
        // Given
        GoldenFact golden = GoldenFact.of(type.wireName());

        // When
        Fact fact = known(golden);
        var written = FactCodec.write(fact, golden.headers().get("ce_source"));

        // Then
        assertThat(fact.type()).isEqualTo(type);
        assertThat(written.topic()).isEqualTo(golden.topic());
        assertThat(written.key()).isEqualTo(golden.key());
        assertThat(JSON.readTree(written.value())).isEqualTo(golden.data());
        Map<String, String> headers = new TreeMap<>();
        written.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        assertThat(headers).isEqualTo(new TreeMap<>(golden.headers()));
    }

    @Test
    void aFieldThatThisVersionDoesNotKnowIsIgnored() {
        GoldenFact golden = GoldenFact.of("user/signup");
        ObjectNode data = golden.data().deepCopy();
        data.put("favouriteColour", "green");

        assertThat(known(golden.with(data))).isEqualTo(known(golden));
    }

    @Test
    void aTypeThatThisVersionDoesNotKnowIsNotItsBusiness() {
        GoldenFact golden = GoldenFact.of("user/signup").with("ce_type", "user/promoted");

        assertThat(FactCodec.read(golden.received())).isEqualTo(new ReadRecord.Unknown("user/promoted"));
    }

    @Test
    void aRecordWithoutValueIsATombstone() {
        ConsumerRecord<String, byte[]> empty = new ConsumerRecord<>("users", 0, 0, "u-1", null);

        assertThat(FactCodec.read(empty)).isEqualTo(new ReadRecord.Tombstone("u-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "7",
                "{\"userId\":null,\"username\":\"Ada\",\"email\":\"ada@example.org\"}",
                "{\"userId\":{},\"username\":\"Ada\",\"email\":\"ada@example.org\"}"
            })
    void dataThatDoesNotFitItsTypeIsPoison(String data) throws IOException {
        GoldenFact broken = GoldenFact.of("user/signup").with(JSON.readTree(data));

        assertThatThrownBy(() -> FactCodec.read(broken.received()))
                .isInstanceOf(PoisonRecordException.class)
                .hasMessage("the data is no user/signup");
    }

    @Test
    void bytesThatAreNoJsonArePoison() {
        ConsumerRecord<String, byte[]> record =
                withValue("user/signup", "{\"userId\":".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> FactCodec.read(record)).isInstanceOf(PoisonRecordException.class);
    }

    @Test
    void anotherVersionOfCloudEventsIsPoison() {
        GoldenFact future = GoldenFact.of("user/signup").with("ce_specversion", "2.0");

        assertThatThrownBy(() -> FactCodec.read(future.received()))
                .isInstanceOf(PoisonRecordException.class)
                .hasMessage("the version of CloudEvents is not 1.0");
    }

    @Test
    void moreThanAnyFactHasIsPoisonThoughItCouldBeRead() throws IOException {
        ObjectNode data = GoldenFact.of("user/signup").data().deepCopy();
        data.put("favouriteColour", "green".repeat(200_000));
        ConsumerRecord<String, byte[]> record = withValue("user/signup", JSON.writeValueAsBytes(data));

        assertThatThrownBy(() -> FactCodec.read(record))
                .isInstanceOf(PoisonRecordException.class)
                .hasMessage("the data is larger than 512 KiB");
    }

    @Test
    void aTombstoneOfNobodyIsPoison() {
        assertThatThrownBy(() -> FactCodec.read(new ConsumerRecord<>("users", 0, 0, null, null)))
                .isInstanceOf(PoisonRecordException.class);
    }

    @Test
    void aValueOutsideOfAnAllowListIsPoison() {
        GoldenFact golden = GoldenFact.of("user/onboarded");
        ObjectNode data = golden.data().deepCopy();
        data.put("role", "superuser");

        assertThatThrownBy(() -> FactCodec.read(golden.with(data).received()))
                .isInstanceOf(PoisonRecordException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_type", "ce_subject", "ce_time", "ce_sequence"})
    void aMissingAttributeIsPoisonAndNamed(String attribute) {
        ConsumerRecord<String, byte[]> record = GoldenFact.of("user/signup").received();
        record.headers().remove(attribute);

        assertThatThrownBy(() -> FactCodec.read(record))
                .isInstanceOf(PoisonRecordException.class)
                .hasMessage("the attribute " + attribute + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_time", "ce_sequence"})
    void aMalformedAttributeIsPoison(String attribute) {
        GoldenFact broken = GoldenFact.of("user/signup").with(attribute, "-3 o'clock");

        assertThatThrownBy(() -> FactCodec.read(broken.received())).isInstanceOf(PoisonRecordException.class);
    }

    private static Fact known(GoldenFact golden) {
        return ((ReadRecord.Known) FactCodec.read(golden.received())).fact();
    }

    private static ConsumerRecord<String, byte[]> withValue(String type, byte[] value) {
        ConsumerRecord<String, byte[]> sample = GoldenFact.of(type).received();
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(sample.topic(), 0, 0, sample.key(), value);
        sample.headers().forEach(record.headers()::add);
        return record;
    }
}
