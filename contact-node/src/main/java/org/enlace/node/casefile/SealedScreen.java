package org.enlace.node.casefile;

import java.util.List;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.CaseScreen.Line;
import org.enlace.node.casefile.CaseScreen.Moment;
import org.enlace.node.casefile.CaseScreen.Progress;
import org.jspecify.annotations.Nullable;

/// A message that its owner took back, as its page shows it: that it was here, and what is done about it.
///
/// @param texts who took it back, why and when
/// @param mode label of an exercise or a test, null when it is meant
/// @param mayAttest whether the reader may say what was done with it here
public record SealedScreen(
        String reference,
        String message,
        String headline,
        NodeId partner,
        @Nullable String mode,
        List<String> texts,
        boolean mayAttest,
        List<Line> messages,
        List<Moment> timeline,
        Progress progress) {}
