package org.enlace.node.desk;

/// How much waits, counted in one query over what the officer may see.
///
/// @param overdue in all views
/// @param ackOverdue nobody has taken it and the first clock has run out
/// @param mineSoon mine and due within two hours
/// @param immediate nobody has taken it and life or freedom is at risk; likewise `urgent`
public record DeskCounts(
        int all, int overdue, int ack, int ackOverdue, int mine, int mineSoon, int waiting, int immediate, int urgent) {

    public int of(DeskView view) {
        return switch (view) {
            case ALL -> all;
            case ACK -> ack;
            case MINE -> mine;
            case WAITING -> waiting;
        };
    }
}
