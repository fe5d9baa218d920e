package org.enlace.person;

import com.google.errorprone.annotations.RestrictedApi;
import org.jspecify.annotations.Nullable;

/// A person's data. It prints as `[withheld]`, and the compiler refuses to reveal it outside of a method that says
/// [ShowsPersonalData]. A JSON mapper that was not told how writes nothing of it.
public final class Sensitive<T> {
    private final T value;

    public Sensitive(T value) {
        this.value = value;
    }

    public static <T> Sensitive<T> of(T value) {
        return new Sensitive<>(value);
    }

    @RestrictedApi(
            explanation =
                    "Personal data; annotate the method with @ShowsPersonalData and keep the value out of logs and errors",
            allowlistAnnotations = ShowsPersonalData.class)
    public T reveal() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sensitive<?> sensitive && value.equals(sensitive.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
