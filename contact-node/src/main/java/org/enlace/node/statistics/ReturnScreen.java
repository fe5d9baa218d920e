package org.enlace.node.statistics;

import java.util.List;
import org.enlace.node.statistics.StatisticsScreen.Section;
import org.enlace.node.statistics.StatisticsScreen.Times;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// The return of a year, before and after it goes.
///
/// @param refused why it did not go when the officer tried, beside what is wrong with the form
/// @param hindrances why it cannot go now, in words; none if it can
/// @param returned whether it has gone; from then on it is corrected
/// @param leftOut which tables were taken back elsewhere and do not go; null if none
/// @param ways each version, newest first
/// @param sections exactly what goes, or stands at the Secretariat
public record ReturnScreen(
        int year,
        String lead,
        Field refused,
        List<String> hindrances,
        boolean returned,
        @Nullable String leftOut,
        List<Way> ways,
        List<Section> sections,
        Field reason,
        List<Choice> reasons,
        Field tables,
        List<Choice> tableChoices,
        List<Times> times) {

    public boolean mayGo() {
        return hindrances.isEmpty();
    }

    public List<Field> fields() {
        return List.of(refused, reason, tables);
    }

    /// One version on its way.
    ///
    /// @param correction what it takes back and why; null for the first one
    public record Way(
            String version,
            String sent,
            String state,
            String opened,
            @Nullable String correction) {}

    /// What the page of a year says of its return.
    ///
    /// @param link to the return of the year, in words; null if there is nothing to do or to see for this officer
    /// @param secretariat whether this contact point sees what all return
    public record Card(String text, @Nullable String link, boolean secretariat) {}
}
