package org.enlace.node.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;

/// What is asked of a mail server before anything is said to it.
class MailPostTest {
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void aServerElsewhereThatOffersNoEncryptionGetsNothing() {
        var refused = sent(SERVER.getSmtp().getPort(), false);

        assertThat(refused).isNotNull();
        assertThat(MailPost.failure(refused)).isEqualTo(Failure.NO_TLS);
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void whereNobodyAnswersThereIsNoConnection() {
        var refused = sent(1, true);

        assertThat(refused).isNotNull();
        assertThat(MailPost.failure(refused)).isEqualTo(Failure.NO_CONNECTION);
    }

    private static MailException sent(int port, boolean thisMachine) {
        var settings = new NoticeSettings.Mail("127.0.0.1", port, "enlace@contact.example", null, null);
        var message = new SimpleMailMessage();
        message.setFrom(settings.from());
        message.setTo("ana@contact.example");
        message.setText("Something waits");
        var sender = MailPost.sender(settings, thisMachine);
        return catchThrowableOfType(MailException.class, () -> sender.send(message));
    }
}
