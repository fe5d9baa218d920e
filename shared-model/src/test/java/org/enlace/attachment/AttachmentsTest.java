package org.enlace.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.enlace.message.MalformedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "../plan.pdf",
                "C:\\plan.pdf",
                "plan\u0000.pdf",
                "plan\u202Efdp.exe",
                "plan\n.pdf",
                "plan\u200B.pdf",
                "\uD800.pdf"
            })
    void aNameThatLeadsElsewhereOrHidesSomethingIsNone(String name) {
        assertThat(Attachment.isName(name)).isFalse();
        assertThatThrownBy(() -> Files.sealed(Files.bytes(3), name, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameHasAtMost255Characters() {
        assertThat(Attachment.isName("n".repeat(255))).isTrue();
        assertThat(Attachment.isName("n".repeat(256))).isFalse();
        assertThat(Attachment.isName("declaración 阮严灵 (2).pdf")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"number\":1|\"number\":0",
                "\"number\":1|\"number\":21",
                "\"length\":3|\"length\":0",
                "\"length\":3|\"length\":268435457",
                "\"length\":3|\"length\":-3",
                "\"chunks\":1|\"chunks\":2",
                "application/pdf|text",
                "application/pdf|text/html; charset=x",
                "plan.pdf|../plan.pdf",
                "\"salt\":\"|\"salt\":\"00",
                "\"key\":\"|\"key\":\"zz",
                "\"sha256\":\"|\"sha256\":\"A"
            })
    void whatIsNotExactlySuchACompartmentIsRefused(String right, String wrong) throws IOException {
        String json = new String(list(1).write(), UTF_8);
        String other = json.replace(right, wrong);

        assertThat(other).isNotEqualTo(json);
        assertThatThrownBy(() -> Attachments.read(other.getBytes(UTF_8))).isInstanceOf(MalformedMessage.class);
    }

    @Test
    void aMessageHasOneToTwentyAttachmentsInTheirOrder() throws IOException, MalformedMessage {
        Attachments twenty = list(20);
        assertThat(Attachments.read(twenty.write())).isEqualTo(twenty);
        assertThatThrownBy(() -> new Attachments(List.of())).isInstanceOf(IllegalArgumentException.class);
        List<Attachment> turned = new ArrayList<>(list(2).attachments()).reversed();
        assertThatThrownBy(() -> new Attachments(turned)).isInstanceOf(IllegalArgumentException.class);
        List<Attachment> twice =
                List.of(twenty.attachments().getFirst(), twenty.attachments().getFirst());
        assertThatThrownBy(() -> new Attachments(twice)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Attachments(twenty.attachments().subList(3, 5)).attachments())
                .hasSize(2);
    }

    @Test
    void anAttachmentPrintsNeitherItsNameNorItsKey() throws IOException {
        assertThat(list(1).toString()).doesNotContain("plan").contains("[withheld]");
    }

    private static Attachments list(int count) throws IOException {
        List<Attachment> attachments = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            attachments.add(Files.sealed(Files.bytes(3), "plan.pdf", number).attachment());
        }
        return new Attachments(attachments);
    }
}
