package org.enlace.node.casefile;

import java.util.Arrays;
import java.util.Optional;
import org.enlace.message.AnswerKind;
import org.enlace.message.IdentityAnswer;
import org.enlace.message.MessageType;
import org.enlace.node.access.Action;

/// The kinds of messages that are answered by a message of their own.
public enum Asking {
    INFORMATION(
            MessageType.INFORMATION_REQUEST,
            MessageType.INFORMATION_RESPONSE,
            Action.WRITE_INFORMATION,
            "answer-kind",
            AnswerKind.NEEDS_INFO.name()),
    IDENTITY(
            MessageType.IDENTITY_VERIFICATION,
            MessageType.IDENTITY_VERIFICATION_ANSWER,
            Action.VERIFY_IDENTITY,
            "identity-answer",
            IdentityAnswer.NOT_ESTABLISHED.name()),
    PERMISSION(
            MessageType.USE_PERMISSION_REQUEST,
            MessageType.USE_PERMISSION_DECISION,
            Action.WRITE_PERMISSION,
            "permission-outcome",
            ""),
    CHANGE(MessageType.PROPOSAL, MessageType.PROPOSAL_DECISION, Action.PROPOSE, "proposal-outcome", "");

    private final MessageType asked;
    private final MessageType reply;
    private final Action writing;
    private final String list;
    private final String question;

    Asking(MessageType asked, MessageType reply, Action writing, String list, String question) {
        this.asked = asked;
        this.reply = reply;
        this.writing = writing;
        this.list = list;
        this.question = question;
    }

    public static Optional<Asking> of(MessageType asked) {
        return Arrays.stream(values()).filter(asking -> asking.asked == asked).findFirst();
    }

    /// @param reply the kind of an answer
    static Optional<Asking> answeredBy(MessageType reply) {
        return Arrays.stream(values()).filter(asking -> asking.reply == reply).findFirst();
    }

    /// What is asked.
    MessageType asked() {
        return asked;
    }

    /// With what kind of message it is answered.
    MessageType reply() {
        return reply;
    }

    /// What whoever answers must be allowed to do.
    Action writing() {
        return writing;
    }

    /// The list of which an answer is a code.
    public String list() {
        return list;
    }

    /// Whether with this answer those who asked must say more first.
    boolean asksBack(String answer) {
        return !question.isEmpty() && question.equals(answer);
    }
}
