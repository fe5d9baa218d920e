package org.enlace.node.desk;

import java.util.List;
import java.util.UUID;
import org.enlace.node.desk.DeskScreen.Row;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// The change of a shift as its page shows it, in the words of the reader.
///
/// @param offers what the reader is asked to take
/// @param of pseudonym of the officer whose items are shown, if it is not the reader; else empty
/// @param name of that officer
/// @param to who takes what is not said otherwise
/// @param everyone who takes anything of it
/// @param wrong that something stands against it, empty if nothing does
/// @param holders who holds how much; for supervisors
/// @param number of this page, from 0
public record HandoverScreen(
        List<Offered> offers,
        String of,
        String name,
        Field to,
        List<Choice> everyone,
        List<Line> lines,
        List<Field> wrong,
        List<Holder> holders,
        int number,
        boolean more) {

    /// @param from who hands it over
    /// @param note what they wrote; empty if nothing
    /// @param reason why it is not taken, as it was typed
    public record Offered(UUID id, Row row, String from, String since, String note, Field reason) {}

    /// One item that is held.
    ///
    /// @param note what the next officer has to know, as it was typed
    /// @param said how an earlier offer stands; empty if there is none
    /// @param offer that can be taken back; null if there is none
    public record Line(
            Row row,
            Field to,
            List<Choice> takers,
            Field note,
            String said,
            @Nullable UUID offer) {}

    /// @param words how many items, and how many of them overdue
    /// @param ended that their shift ends or has ended; empty if not
    /// @param gone whether the officer has no access any more
    public record Holder(String pseudonym, String name, String words, String ended, boolean gone) {}
}
