package org.enlace.message;

/// A message that answers another one, which `inReplyTo` of its header names.
public sealed interface Reply extends Message
        permits InformationResponse, IdentityVerificationAnswer, UsePermissionDecision, ProposalDecision {

    /// What kind of message it answers.
    MessageType asked();

    /// What was answered, as a code of the list for that kind of message; perhaps of a newer one.
    String outcome();

    /// Whether nothing more is owed after it.
    boolean ends();
}
