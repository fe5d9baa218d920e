package org.enlace.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A reasoned question to another contact point: what is asked, what for, and why there. By when, and why so soon,
/// stands in the header.
///
/// @param police what only police read: numbers, documents, names on the net
/// @param identity who the persons are that it asks about, if known
public record InformationRequest(
        RequestPart request,
        @Nullable Particulars police,
        @Nullable Persons identity) implements Message {

    @Override
    public MessageType type() {
        return MessageType.INFORMATION_REQUEST;
    }

    /// All words are without names, at most 2,000 characters each.
    ///
    /// @param offence that is looked into, at most 120 characters
    /// @param neededFor what the information is needed for
    /// @param linkOfPersonToPurpose how the person or thing asked about has to do with that
    /// @param whyThere why it is believed that the information is at this contact point
    /// @param knownFacts what the asking side already knows, so that nobody looks for it again
    /// @param willBeUsedFor codes of list `information-use`
    /// @param mlaRef of the request for mutual legal assistance, if there is one, at most 120 characters
    public record RequestPart(
            List<Question> questions,
            @Nullable String offence,
            String neededFor,
            String linkOfPersonToPurpose,
            String whyThere,
            String knownFacts,
            List<String> willBeUsedFor,
            @Nullable String mlaRef) {

        public RequestPart {
            questions = questions == null ? List.of() : List.copyOf(questions);
            willBeUsedFor = willBeUsedFor == null ? List.of() : List.copyOf(willBeUsedFor);
        }
    }

    /// @param kind code of list `question-kind`
    /// @param asked in words, at most 2,000 characters, no names
    public record Question(String kind, String asked) {}
}
