package org.enlace.message;

/// The owner of a message takes it back. The node of each recipient seals it before anybody acts; a person destroys it
/// and attests that.
///
/// @param of the message, as its owner knows it
/// @param reason code of list `recall-reason`
/// @param desk pseudonym of desk or officer
public record Recall(MessageId of, String reason, String desk) implements Message {

    @Override
    public MessageType type() {
        return MessageType.RECALL;
    }
}
