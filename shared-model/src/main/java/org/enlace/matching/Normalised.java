package org.enlace.matching;

/// What became of an identifier that somebody wrote.
public sealed interface Normalised {

    /// It can be asked about.
    record Usable(Identifier identifier) implements Normalised {}

    /// It cannot, and this is why. What was written is not repeated.
    record Unusable(Why why) implements Normalised {}

    enum Why {
        /// Nothing is there.
        MISSING,
        /// A telephone number without `+` and the code of its country is another number in each country.
        NO_COUNTRY_CODE,
        /// `(0)` within a number is dialled at home and not from abroad.
        TRUNK_ZERO,
        /// Something that does not belong to such a number.
        CHARACTERS,
        /// More or fewer than such a number has.
        LENGTH,
        /// No digit is in it.
        NO_DIGIT,
        /// The state is missing or none of ISO 3166-1 alpha-2.
        STATE
    }
}
