package org.enlace.node.drafts;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.node.NodeSettings;
import org.springframework.stereotype.Component;

/// New ids for this moment.
@Component
class NewIds {
    private final NodeSettings settings;
    private final Clock clock;
    private final SecureRandom random;

    NewIds(NodeSettings settings, Clock clock, SecureRandom random) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    Instant now() {
        return clock.instant();
    }

    UUID draft() {
        return MessageId.next(now(), random).value();
    }

    MessageId message() {
        return MessageId.next(now(), random);
    }

    CaseReference reference() {
        return CaseReference.next(settings.node(), now().atZone(ZoneOffset.UTC).getYear(), random);
    }
}
