package org.enlace.node.drafts;

import java.time.Instant;
import java.util.List;
import org.enlace.node.casefile.Change;
import org.enlace.node.casefile.ReleaseSheet;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// A message that needs a second person, as the page of that person shows it.
///
/// @param sheet null once it was decided about
/// @param decided who decided, and what; null before that
/// @param review whether it has left and only waits to be looked at
/// @param own whether the reader wrote it
/// @param more whether names and addresses can be opened beside what is shown
/// @param against what keeps it from leaving now
/// @param doubts what is to be looked at again
/// @param changes since the version that was returned last
/// @param group the sharing group that it is addressed to as a whole; null if it is to none
/// @param files that travel with it, if the reader may know what they are called
/// @param problem what came of the last try; null if nothing did
public record ReleaseScreen(
        String path,
        String reference,
        String message,
        String writer,
        Instant since,
        @Nullable ReleaseSheet sheet,
        @Nullable String decided,
        boolean review,
        @Nullable Instant due,
        boolean overdue,
        boolean own,
        boolean more,
        List<String> against,
        List<String> doubts,
        @Nullable List<Change> changes,
        FormView.@Nullable Grouped group,
        List<FileView.Line> files,
        List<ReleasePast> history,
        @Nullable Field reason,
        List<Choice> findings,
        @Nullable Field words,
        @Nullable String problem) {}
