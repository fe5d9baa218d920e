package org.enlace.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person no longer agrees to what was told about them in one message. The node of each recipient ends what these
/// purposes opened before anybody acts; a person there attests it.
///
/// @param of the message about the person, as its sender knows it
/// @param purposes codes of list `consent-purpose` that the person took back
/// @param on the day on which the person said so
/// @param language in which it was spoken about, ISO 639-3
/// @param interpreter whether somebody interpreted
/// @param desk pseudonym of the officer who recorded it for the person
public record ConsentWithdrawal(
        MessageId of,
        List<String> purposes,
        @Nullable LocalDate on,
        @Nullable String language,
        boolean interpreter,
        String desk)
        implements Message {

    public ConsentWithdrawal {
        purposes = purposes == null ? List.of() : List.copyOf(purposes);
    }

    @Override
    public MessageType type() {
        return MessageType.CONSENT_WITHDRAWAL;
    }
}
