package org.enlace.node.paper;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.enlace.node.web.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lays a template out on A4: PDF/A-3 (ISO 19005-3, level A) with tags (PDF/UA, ISO 14289-1) and all its fonts inside.
/// Nothing is fetched, whatever the content names.
@Component
public final class Paper {
    private static final String STYLE = "paper.css";
    private static final String ADDRESS = "paper:" + STYLE;
    private static final String FAMILY = "Liberation Sans";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private final Templates templates;
    private final byte[] style;
    private final byte[] normal;
    private final byte[] bold;

    Paper(Templates templates) {
        this.templates = templates;
        this.style = bytes("/paper/" + STYLE);
        this.normal = bytes("/liberation/LiberationSans-Regular.ttf");
        this.bold = bytes("/liberation/LiberationSans-Bold.ttf");
        // Its lines would quote what it lays out.
        XRLog.setLoggingEnabled(false);
    }

    /// @param template well-formed XML that links the style `paper.css`; its title names the document
    public byte[] pdf(String template, Map<String, Object> parts) {
        var out = new ByteArrayOutputStream();
        var read = new Style(style);
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .withProducer("Enlace")
                .useFont(() -> new ByteArrayInputStream(normal), FAMILY, NORMAL, FontStyle.NORMAL, true)
                .useFont(() -> new ByteArrayInputStream(bold), FAMILY, BOLD, FontStyle.NORMAL, true)
                .useUriResolver((_, uri) -> uri.equals(STYLE) || uri.equals(ADDRESS) ? ADDRESS : null)
                .useProtocolsStreamImplementation(_ -> read, "paper")
                .withHtmlContent(templates.text(template, parts), null)
                .toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("The paper could not be laid out", e);
        }
        if (!read.used) {
            // Without fonts all pages would be blank.
            throw new IllegalStateException(template + " does not link its style");
        }
        return out.toByteArray();
    }

    private static final class Style implements FSStream {
        private final byte[] bytes;
        private boolean used;

        Style(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public InputStream getStream() {
            used = true;
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String resource) {
        try (@Nullable InputStream file = Paper.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(file, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
