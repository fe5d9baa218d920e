package org.enlace.node.casefile;

import java.util.List;
import org.enlace.node.web.Choice;
import org.jspecify.annotations.Nullable;

/// What do you open it for?
///
/// @param address of the question
/// @param back the page of the message
/// @param error what is wrong, null if nothing is
public record PurposeScreen(
        String reference,
        String type,
        String address,
        String back,
        List<Choice> choices,
        @Nullable String error) {
    public PurposeScreen {
        choices = List.copyOf(choices);
    }
}
