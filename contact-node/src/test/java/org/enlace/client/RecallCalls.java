package org.enlace.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Taking back, by a sender or by the person, and what recipients say to it.
public interface RecallCalls {
    @Call("POST /api/v1/messages/{id}/attestation")
    void attest(String id, Attestation body);

    @Call("GET /api/v1/messages/{id}/consent-withdrawal")
    List<Withdrawal> consentWithdrawals(String id);

    @Call("POST /api/v1/messages/{id}/consent-withdrawal")
    List<Withdrawal> withdrawConsent(String id, Withdrawing body);

    @Call("GET /api/v1/messages/{id}/recall")
    Recall state(String id);

    @Call("POST /api/v1/messages/{id}/recall")
    Recall recall(String id, Why body);

    record Attestation(
            String exported,
            @Nullable String note,
            @Nullable String order,
            String outcome,
            String passedOn) {}

    record Withdrawal(
            boolean interpreter,
            @Nullable String language,
            String message,
            @Nullable LocalDate on,
            List<String> purposes,
            List<Recipient> recipients,
            Instant recordedAt,
            @Nullable String toldBy) {}

    record Withdrawing(boolean interpreter, String language, String on, List<String> purposes) {}

    record Recall(String message, String reason, Instant recalledAt, List<Recipient> recipients) {}

    record Why(String reason) {}

    record Recipient(
            @Nullable Instant answeredAt,
            @Nullable Instant askedAt,
            boolean attested,
            @Nullable String desk,
            Instant due,
            @Nullable String exported,
            @Nullable Instant firstReadAt,
            @Nullable Instant lastReadAt,
            @Nullable String outcome,
            boolean overdue,
            @Nullable String passedOn,
            @Nullable Long readers,
            String recipient,
            @Nullable Instant sealedAt) {}
}
