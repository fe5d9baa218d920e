package org.enlace.client;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What comes a page at a time, as one stream that asks for a page when it needs it.
final class Pages {
    private Pages() {}

    /// @param more whether there is a page after this one
    record Numbered<T>(List<T> rows, boolean more, int number) {}

    static <T> Stream<T> numbered(IntFunction<Numbered<T>> page) {
        return from(page, 0);
    }

    private static <T> Stream<T> from(IntFunction<Numbered<T>> page, int number) {
        var one = page.apply(number);
        return one.more()
                ? Stream.concat(one.rows().stream(), Stream.of(number + 1).flatMap(next -> from(page, next)))
                : one.rows().stream();
    }

    /// @param next where the page after this begins, null if there is none
    record Following<T, A>(List<T> rows, @Nullable A next) {}

    interface PageAfter<T, A> {
        /// @param last null for the first page
        Following<T, A> read(@Nullable A last);
    }

    static <T, A> Stream<T> following(PageAfter<T, A> page) {
        return after(page, null);
    }

    private static <T, A> Stream<T> after(PageAfter<T, A> page, @Nullable A last) {
        var one = page.read(last);
        var next = one.next();
        return next == null
                ? one.rows().stream()
                : Stream.concat(one.rows().stream(), Stream.of(next).flatMap(there -> after(page, there)));
    }
}
