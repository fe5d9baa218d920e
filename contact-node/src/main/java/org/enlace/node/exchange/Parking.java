package org.enlace.node.exchange;

import org.springframework.stereotype.Component;

/// Records that wait with their bytes for a newer directory or for a person. There is room for so many of each member,
/// so that no member can fill the database of another; for what exceeds that, its sender gets no receipt and learns
/// thereby that it was not delivered.
@Component
class Parking {
    static final int RECORDS_MAX = 5_000;
    static final long BYTES_MAX = 64L * 1024 * 1024;

    private final InboxRows inbox;
    private final Quarantine quarantine;
    private final Alarms alarms;

    Parking(InboxRows inbox, Quarantine quarantine, Alarms alarms) {
        this.inbox = inbox;
        this.quarantine = quarantine;
        this.alarms = alarms;
    }

    /// @param accounted whether its stream has moved past it
    void park(InboxRows.Row row, boolean accounted, QuarantineReason reason) {
        InboxRows.Parked parked = inbox.parked(row.sender());
        if (parked.records() < RECORDS_MAX && parked.bytes() + row.size() <= BYTES_MAX) {
            inbox.park(row, accounted, reason);
        } else {
            alarms.raise(AlarmKind.QUARANTINE_FULL, row.sender().value(), "limit=" + RECORDS_MAX);
            if (accounted) {
                inbox.refuse(row);
            } else {
                // Should it come again when there is room, it is looked at again.
                inbox.drop(row);
            }
        }
        quarantine.put(row, reason);
    }
}
