package org.enlace.node.copy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that was shared: what it is about, and what was said or why that is not printed.
///
/// @param omitted null for what is printed
public record CopyLine(
        String label, List<String> values, @Nullable Omission omitted) {
    public CopyLine {
        values = List.copyOf(values);
    }

    /// Prints no value: they are a person's.
    @Override
    public String toString() {
        return label;
    }
}
