package org.enlace.node.notice;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.enlace.directory.PrivateFiles;
import org.enlace.node.NodeSettings;
import org.enlace.node.access.Addresses;
import org.enlace.node.outside.Fence;
import org.enlace.node.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// Notices by e-mail, in the language of who reads them. The connection is encrypted, and the server shows that it is
/// the one of the settings, unless it is on this machine.
@Component
class MailPost implements Post {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String WAIT_MAX = "10000";

    private final NoticeSettings settings;
    private final NodeSettings node;
    private final Addresses addresses;
    private final Texts texts;
    private final @Nullable JavaMailSenderImpl sender;

    MailPost(NoticeSettings settings, NodeSettings node, Addresses addresses, Texts texts) {
        this.settings = settings;
        this.node = node;
        this.addresses = addresses;
        this.texts = texts;
        this.sender = settings.mail() == null
                ? null
                : sender(settings.mail(), Fence.isThisMachine(settings.mail().host()));
    }

    @Override
    public Way way() {
        return Way.EMAIL;
    }

    @Override
    public Optional<Failure> send(Notice notice) {
        var officer = notice.officer();
        var to = officer == null ? null : addresses.of(List.of(officer)).get(officer);
        var mail = settings.mail();
        if (to == null || mail == null || sender == null) {
            return Optional.of(Failure.NO_ADDRESS);
        }
        try {
            sender.send(message(notice, mail, to, sender));
            return Optional.empty();
        } catch (MailAuthenticationException e) {
            return Optional.of(Failure.NOT_TAKEN);
        } catch (MailException e) {
            return Optional.of(failure(e));
        } catch (MessagingException e) {
            throw new IllegalStateException("A notice cannot be written; see enlace.notices.mail.from", e);
        }
    }

    private MimeMessage message(
            Notice notice, NoticeSettings.Mail mail, Addresses.Address to, JavaMailSenderImpl sender)
            throws MessagingException {
        var reader = to.language() == null ? node.languages().getFirst() : to.language();
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(mail.from());
        helper.setTo(to.email());
        helper.setSentDate(Date.from(notice.madeAt()));
        var urgency = texts.get(reader, "notice.urgency." + notice.urgency().name());
        helper.setSubject(texts.get(reader, "notice.subject", "n", notice.waiting(), "urgency", urgency));
        helper.setText(texts.get(
                reader,
                "notice.text",
                "n",
                notice.waiting(),
                "urgency",
                urgency,
                "time",
                time(notice.madeAt()),
                "address",
                String.valueOf(settings.signIn())));
        // The same in each try: a reader's program shows it once.
        message.setHeader("Message-ID", "<" + notice.id() + "@" + mail.from().replaceFirst(".*@", "") + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private String time(Instant at) {
        ZoneId zone = node.zone();
        return CLOCK.format(at.atZone(zone)) + " (" + CLOCK.format(at.atZone(ZoneOffset.UTC)) + " UTC)";
    }

    static Failure failure(MailException e) {
        var causes = e instanceof MailSendException many && many.getMessageExceptions().length > 0
                ? many.getMessageExceptions()[0]
                : e.getCause();
        for (Throwable cause = causes; cause != null; cause = next(cause)) {
            if (cause instanceof AuthenticationFailedException) {
                return Failure.NOT_TAKEN;
            }
            if (cause instanceof SSLException
                    || String.valueOf(cause.getMessage()).startsWith("STARTTLS is required")) {
                return Failure.NO_TLS;
            }
            if (cause instanceof SocketException
                    || cause instanceof UnknownHostException
                    || cause instanceof SocketTimeoutException) {
                return Failure.NO_CONNECTION;
            }
        }
        return Failure.NOT_TAKEN;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : cause.getCause();
    }

    /// @param thisMachine whether what is sent never leaves it, and need not be encrypted
    static JavaMailSenderImpl sender(NoticeSettings.Mail mail, boolean thisMachine) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(mail.host());
        sender.setPort(mail.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.connectiontimeout", WAIT_MAX);
        properties.setProperty("mail.smtp.timeout", WAIT_MAX);
        properties.setProperty("mail.smtp.writetimeout", WAIT_MAX);
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(!thisMachine));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.localhost", "enlace");
        var passwordFile = mail.passwordFile();
        if (passwordFile != null) {
            properties.setProperty("mail.smtp.auth", "true");
            sender.setUsername(mail.username());
            sender.setPassword(new String(PrivateFiles.read(passwordFile), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse(""));
        }
        return sender;
    }
}
