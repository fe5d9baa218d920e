package org.enlace.node.casefile;

/// What came of the wish to read something.
public sealed interface Reading<T> {
    record Open<T>(T content) implements Reading<T> {}

    /// The officer has to read the sender's condition first. Nothing was opened.
    record ConditionFirst<T>(MessageEntry message, Condition condition) implements Reading<T> {}

    /// This node has yet to take in what its sender sent while there was no contact. Nothing was opened.
    record Behind<T>(MessageEntry message) implements Reading<T> {}

    /// Its owner took it back. Nothing is opened for anybody.
    record Sealed<T>(MessageEntry message) implements Reading<T> {}

    /// It does not exist, or not for this officer.
    record NotThere<T>() implements Reading<T> {}
}
