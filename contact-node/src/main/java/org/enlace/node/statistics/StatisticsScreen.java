package org.enlace.node.statistics;

import java.util.List;
import java.util.stream.Collectors;
import org.enlace.node.web.Choice;
import org.jspecify.annotations.Nullable;

/// The figures of a year in the words of a reader: a page, and what is taken out of it.
///
/// @param state when the tables were published or will be
/// @param published whether there are tables
public record StatisticsScreen(
        int year,
        List<Choice> years,
        boolean published,
        String state,
        List<Section> sections,
        List<Times> times,
        List<Choice> forms,
        List<Choice> languages,
        List<String> method) {

    /// @param id of its heading
    public record Section(String id, String title, List<Chart> charts) {
        public boolean empty() {
            return charts.stream().allMatch(Chart::withheld);
        }

        /// Those of which there is something to see.
        public List<Chart> shown() {
            return charts.stream().filter(chart -> !chart.withheld()).toList();
        }

        public List<Chart> withheld() {
            return charts.stream().filter(Chart::withheld).toList();
        }
    }

    /// A table, and a bar for each line.
    ///
    /// @param several whether something may stand in several lines
    /// @param open whether only lines that are shown are listed
    public record Chart(
            String title, List<Line> lines, @Nullable String total, boolean several, boolean open, boolean withheld) {

        /// All but those that are nought.
        public List<Line> counted() {
            return lines.stream().filter(line -> !line.nought()).toList();
        }

        /// What is nought, in one line.
        public String noughts() {
            return lines.stream().filter(Line::nought).map(Line::label).collect(Collectors.joining("; "));
        }
    }

    /// @param figure null if it is not shown
    /// @param width of its bar, from 0 to 100
    public record Line(String label, @Nullable String figure, int width) {
        boolean nought() {
            return figure != null && width == 0;
        }
    }

    /// How long something took, in each quarter.
    public record Times(String title, List<Quarter> quarters) {
        public boolean empty() {
            return quarters.stream().allMatch(quarter -> quarter.median() == null);
        }
    }

    /// @param median null if there were too few; likewise the others
    public record Quarter(
            String quarter,
            String urgency,
            @Nullable String median,
            @Nullable String ninetieth,
            @Nullable String overdue) {}

    /// The method in one language.
    public record Method(String language, String title, List<String> notes) {}
}
