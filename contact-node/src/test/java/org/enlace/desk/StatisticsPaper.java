package org.enlace.desk;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.enlace.console.Browser;

/// Statistics on paper, as somebody reads them who looks for what should not be there.
///
/// @param text all that can be read
/// @param cells what stands in the column of the figures, line by line, whatever it is
record StatisticsPaper(String text, List<String> cells) {
    /// Where `paper.css` puts the column, in points of an A4 page, without its foot.
    private static final Rectangle2D COLUMN = new Rectangle2D.Double(350, 0, 245, 775);
    /// In French, as the column is called and as what follows the tables begins on a page of its own.
    private static final String HEAD = "Combien";

    private static final String METHOD = "Méthode";
    private static final Pattern HIDDEN = Pattern.compile("\\(\\d+ [^)]*\\)$");
    private static final Pattern FIGURE = Pattern.compile("(?:\\D+ )?(\\d{1,6})");

    StatisticsPaper {
        cells = List.copyOf(cells);
    }

    /// @param fields of the form, name, value, name, value
    static StatisticsPaper of(Browser browser, String path, String... fields) {
        var answer = browser.download("/me", path, fields);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Taking it out gave " + answer.statusCode());
        }
        try (var document = Loader.loadPDF(answer.body())) {
            var cells = new ArrayList<String>();
            var pages = new PDFTextStripper();
            for (var number = 0; number < document.getNumberOfPages(); number++) {
                pages.setStartPage(number + 1);
                pages.setEndPage(number + 1);
                if (pages.getText(document).lines().anyMatch(METHOD::equals)) {
                    break;
                }
                var page = document.getPage(number);
                var stripper = new PDFTextStripperByArea();
                stripper.addRegion("column", COLUMN);
                stripper.extractRegions(page);
                cells.addAll(Arrays.asList(stripper.getTextForRegion("column").split("\\R", -1)));
            }
            return new StatisticsPaper(new PDFTextStripper().getText(document), cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every figure in a table of a paper in French, without how many contact points do not show it.
    List<Integer> figures() {
        return cells.stream()
                .map(String::strip)
                .dropWhile(line -> !line.equals(HEAD))
                .map(line -> HIDDEN.matcher(line).replaceAll("").strip())
                .map(FIGURE::matcher)
                .filter(found -> found.matches())
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    /// Whether a number is one that the release rule lets through.
    static boolean mayBeShown(int figure) {
        return figure == 0 || (figure >= 15 && figure % 5 == 0);
    }
}
