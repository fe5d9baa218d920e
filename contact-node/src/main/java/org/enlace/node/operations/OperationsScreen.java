package org.enlace.node.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of operations shows at one moment.
///
/// @param alarmCount open alarms, also those that the list has no room for
/// @param quarantined records in quarantine
public record OperationsScreen(
        Network network,
        Standing standing,
        int alarmCount,
        List<AlarmLine> alarms,
        List<PartnerLine> partners,
        long quarantined) {

    public OperationsScreen {
        alarms = List.copyOf(alarms);
        partners = List.copyOf(partners);
    }

    public long silent() {
        return partners.stream()
                .filter(partner -> partner.silentSince() != null)
                .count();
    }

    /// @param since since when there is a connection to the broker
    /// @param lost since when there is none; both are null before the first attempt
    /// @param unsent messages that the broker has not confirmed
    /// @param oldestUnsent when the oldest of them was queued
    public record Network(
            @Nullable Instant since,
            @Nullable Instant lost,
            long unsent,
            @Nullable Instant oldestUnsent) {}

    /// @param directoryVersion of the directory that this node trusts
    /// @param directoryUntil when that version expires
    /// @param sendingAllowed whether messages may leave at all
    /// @param signingUntil until when our signing keys are valid; null when none is
    /// @param encryptUntil until when partners encrypt to our present key; null when there is none
    /// @param powerLossSafe whether the database keeps confirmed work when the power fails
    /// @param freePercent of the disk that holds the node's files
    public record Standing(
            int directoryVersion,
            Instant directoryUntil,
            boolean sendingAllowed,
            @Nullable Instant signingUntil,
            @Nullable Instant encryptUntil,
            boolean powerLossSafe,
            long freePercent) {}
}
