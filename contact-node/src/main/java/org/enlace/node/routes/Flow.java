package org.enlace.node.routes;

import java.util.List;
import java.util.SortedSet;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.CountedFindings.Found;

/// Legs of several reports between the same two places, as one.
///
/// @param id says nothing about the places
/// @param coarse whether what is finer rests on a single case and is not shown
/// @param confirmed whether two states report it, a holder has met with it, or a report is graded so
/// @param active whether one of its reports says that it goes on
/// @param states whose reports it is made of
/// @param cases of each state those of its report that rests on most, together: another report may rest on the same
/// @param modes codes of list `transport-mode`
/// @param first month, as is `last`
/// @param found what holders found that counts, the newest of each report first
record Flow(
        String id,
        Ends ends,
        boolean coarse,
        boolean confirmed,
        boolean active,
        SortedSet<NodeId> states,
        int cases,
        SortedSet<String> modes,
        int first,
        int last,
        List<Found> found) {}
