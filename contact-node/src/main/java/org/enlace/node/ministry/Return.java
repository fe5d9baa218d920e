package org.enlace.node.ministry;

import java.time.Duration;
import org.enlace.node.access.SignIn;

/// How somebody came back from the provider.
sealed interface Return {
    /// @param back where to go now
    record In(SignIn.Outcome.Done done, String back) implements Return {}

    record CodeAsked() implements Return {}

    record Linked() implements Return {}

    /// The account is somebody else's, or is not what it should be.
    record NotLinked() implements Return {}

    record Proven(SignIn.Outcome.Done done) implements Return {}

    /// The form still waits.
    record NotProven() implements Return {}

    /// Of any kind: nobody learns which.
    record Failed() implements Return {}

    record Wait(Duration left) implements Return {}

    /// The provider cannot be asked.
    ///
    /// @param purpose of the errand
    record Unavailable(Errands.Purpose purpose) implements Return {}
}
