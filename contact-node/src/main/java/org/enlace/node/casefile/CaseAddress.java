package org.enlace.node.casefile;

import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;

/// Where the page of a message is, and which message an address names.
public final class CaseAddress {
    private CaseAddress() {}

    public static String of(MessageEntry message) {
        return of(message.reference(), message.id());
    }

    public static String of(CaseReference reference, MessageId message) {
        return "/cases/" + reference + "?message=" + message;
    }

    /// @throws Unseen if it is no id of a message: to whoever asks, that is as one that is not there
    public static MessageId id(@Nullable String text) {
        try {
            if (text != null) {
                return MessageId.parse(text);
            }
        } catch (IllegalArgumentException e) {
            // As one that is not there.
        }
        throw new Unseen();
    }
}
