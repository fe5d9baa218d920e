package org.enlace.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the person agreed to, purpose by purpose. It is about the sharing of data, never about Art. 3(b) of the Palermo
/// Protocol.
///
/// @param ref the name that the header's `consentRef` points to
/// @param whoConsented code of list `who-consented`
/// @param language in which it was explained, ISO 639-3
/// @param answers by code of list `consent-purpose`; a purpose that is not there was not asked
/// @param legalBasis code of list `consent-legal-basis`, if something other than consent carries the message
/// @param overrideReason in words, required with `legalBasis`
public record ConsentRecord(
        String ref,
        @Nullable String whoConsented,
        @Nullable LocalDate date,
        @Nullable String language,
        boolean interpreter,
        Map<String, ConsentAnswer> answers,
        List<Withheld> withheldFrom,
        Told told,
        @Nullable String legalBasis,
        @Nullable String overrideReason) {

    public ConsentRecord {
        answers = answers == null ? Map.of() : Map.copyOf(answers);
        withheldFrom = withheldFrom == null ? List.of() : List.copyOf(withheldFrom);
    }

    public ConsentAnswer answer(String purpose) {
        return answers.getOrDefault(purpose, ConsentAnswer.NOT_ASKED);
    }

    /// What is left of it after the person took these back. Another basis than consent stays.
    ///
    /// @param purposes codes of list `consent-purpose`
    public ConsentRecord without(Collection<String> purposes) {
        var left = new HashMap<>(answers);
        purposes.forEach(purpose -> left.put(purpose, ConsentAnswer.NO));
        return new ConsentRecord(
                ref, whoConsented, date, language, interpreter, left, withheldFrom, told, legalBasis, overrideReason);
    }

    /// @param from the authority or person who shall not have it
    /// @param reason code of list `withheld-reason`
    public record Withheld(Sensitive<String> from, String reason) {}

    /// The seven questions of the Human Trafficking Case Data Standard.
    public record Told(
            boolean assentedToInterview,
            boolean purpose,
            boolean useOfData,
            boolean researchUse,
            boolean rightToOwnData,
            boolean storageTime,
            boolean withdrawal) {
        public static final Told NOTHING = new Told(false, false, false, false, false, false, false);
        public static final Told EVERYTHING = new Told(true, true, true, true, true, true, true);
    }
}
