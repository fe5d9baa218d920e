package org.enlace.node.contacts;

import java.time.Instant;
import java.util.List;
import org.enlace.directory.MemberStatus;
import org.enlace.node.contacts.Contact.Keys;
import org.enlace.node.contacts.Contact.Relation;
import org.jspecify.annotations.Nullable;

/// A contact point in the words of the reader.
///
/// @param code ISO 3166-1 alpha-2
/// @param localTime `01:14`, by the clock there
/// @param functions what the desk is competent for
/// @param published whether its directory entry says on which days it does not work
/// @param restDays days of the week on which it does not
/// @param holidays the next days beside these
/// @param back its next working day, if it does not work today; null on a working day
/// @param dial the emergency phone as a telephone dials it
/// @param keyEnds null while there is no valid key
/// @param days how many whole days until then
/// @param signingEnds until when its signing keys are valid; null when none is
/// @param silentSince null while it answers
public record ContactLine(
        String code,
        String country,
        Relation relation,
        MemberStatus status,
        String unit,
        String city,
        String localTime,
        String functions,
        String languages,
        String interpreters,
        String hours,
        boolean published,
        String restDays,
        List<String> holidays,
        @Nullable String back,
        String emergencyPhone,
        String dial,
        Keys keys,
        @Nullable Instant keyEnds,
        long days,
        @Nullable Instant signingEnds,
        @Nullable Instant lastHeard,
        @Nullable Instant silentSince,
        long unanswered) {

    public ContactLine {
        holidays = List.copyOf(holidays);
    }
}
