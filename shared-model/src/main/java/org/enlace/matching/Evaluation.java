package org.enlace.matching;

import java.util.List;

/// What the holder of a key made of blinded elements.
///
/// @param publicKey of the key, 33 bytes in hex
/// @param evaluated one for each element that was asked about, in that order, 33 bytes in hex
/// @param proof that all were made with that key, 64 bytes in hex
public record Evaluation(String publicKey, List<String> evaluated, String proof) {
    public Evaluation {
        evaluated = List.copyOf(evaluated);
    }
}
