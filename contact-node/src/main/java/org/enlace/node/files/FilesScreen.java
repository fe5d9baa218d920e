package org.enlace.node.files;

import java.util.List;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// The files of one message as their page shows them.
///
/// @param back to the message
/// @param headline of the message, with its mark if it is an exercise
/// @param shut why they are not named; null if they are
/// @param stays whether the sender allows nobody to take them out of the contact point
/// @param want whether the reader may ask the sender for what is missing
/// @param problem what came of the last try; null if nothing did
public record FilesScreen(
        String reference,
        String back,
        String headline,
        String path,
        NodeId partner,
        boolean sent,
        @Nullable String shut,
        boolean stays,
        List<Line> lines,
        boolean want,
        @Nullable String problem) {

    /// @param name null if the reader may not know it
    /// @param facts kind and size, likewise
    /// @param tone `ok`, `wait` or `stop`
    /// @param open whether the reader can have it now
    /// @param asked who asked that it is let through; null if nobody did
    /// @param ask whether the reader may ask for that
    /// @param let whether the reader may let it through
    /// @param again what the button says that looks for it, or sends it, once more; null if there is none
    public record Line(
            int number,
            @Nullable String name,
            @Nullable String facts,
            String state,
            String tone,
            int percent,
            boolean open,
            @Nullable String asked,
            boolean ask,
            boolean let,
            @Nullable String again) {}
}
