package org.enlace.node.inspection;

/// What a file may still tell about its maker after it was cleaned. Whoever attaches it is told.
public enum Remainder {
    /// Author, organisation, dates, earlier versions and comments of a document.
    DOCUMENT_PROPERTIES,
    /// Title, artist and program of a recording.
    RECORDING_COMMENTS,
    /// A track beside picture and sound, which may say where it was filmed.
    DATA_TRACK
}
