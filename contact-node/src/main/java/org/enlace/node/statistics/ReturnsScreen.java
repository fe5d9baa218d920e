package org.enlace.node.statistics;

import java.util.List;
import org.enlace.node.statistics.StatisticsScreen.Section;
import org.enlace.node.statistics.StatisticsScreen.Times;
import org.enlace.node.web.Choice;
import org.jspecify.annotations.Nullable;

/// What contact points returned of a year.
///
/// @param count how many of them have
/// @param beside what came as an exercise or a test
/// @param network all of them together
public record ReturnsScreen(
        int year,
        List<Choice> years,
        String count,
        List<Line> lines,
        List<String> beside,
        List<Section> network,
        List<String> method,
        List<Choice> forms,
        List<Choice> languages) {

    /// One contact point.
    ///
    /// @param state whether it has returned the year, and whether somebody has opened it
    /// @param received when; empty if not
    /// @param correction why its newest version is not the first; empty if it is
    /// @param path where its figures stand; null if there are none
    public record Line(
            String country,
            String state,
            boolean here,
            String received,
            String correction,
            @Nullable String path) {}

    /// The return of one contact point.
    ///
    /// @param withdrawn the tables that it took back; null if none
    public record One(
            int year,
            String country,
            String state,
            List<String> versions,
            @Nullable String withdrawn,
            List<Section> sections,
            List<Times> times) {}
}
