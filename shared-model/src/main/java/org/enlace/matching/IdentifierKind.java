package org.enlace.matching;

/// What a contact point may be asked about without being told. Nothing that many people share is among them: a name or
/// a birthday could be guessed.
public enum IdentifierKind {
    /// A telephone number as ITU-T E.164 writes it.
    PHONE,
    /// A passport, by the state that issued it and its number.
    PASSPORT,
    /// The number plate of a vehicle, by its country and its number.
    PLATE;

    /// Whether the number alone says nothing without a state.
    public boolean ofState() {
        return this != PHONE;
    }
}
