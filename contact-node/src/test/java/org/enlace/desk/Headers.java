package org.enlace.desk;

import org.enlace.envelope.Header;
import org.enlace.message.About;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;

/// Headers as partners make them, with one thing chosen by the test.
final class Headers {
    private Headers() {}

    static Header meant(Header made, Mode mode) {
        return with(made, made.msgId(), mode, made.about());
    }

    static Header meant(Header made, Mode mode, About about) {
        return with(made, made.msgId(), mode, about);
    }

    static Header under(Header made, MessageId id) {
        return with(made, id, made.mode(), made.about());
    }

    private static Header with(Header made, MessageId id, Mode mode, About about) {
        return Header.toSeal(
                id,
                made.sender(),
                made.recipients(),
                made.topic(),
                made.sentAt(),
                made.notAfter(),
                mode,
                made.dirVersion(),
                made.dirHash(),
                made.links(),
                about);
    }
}
