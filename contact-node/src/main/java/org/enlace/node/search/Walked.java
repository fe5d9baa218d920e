package org.enlace.node.search;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was found along the rows of one word.
///
/// @param stopped where it was enough of looking before there was enough to show; what is older may be it too. Null if
/// there was enough, or nothing more
record Walked<T>(List<T> found, @Nullable Place stopped) {
    Walked {
        found = List.copyOf(found);
    }

    <U> Walked<U> map(Function<? super T, ? extends U> to) {
        return new Walked<>(found.stream().<U>map(to).toList(), stopped);
    }
}
