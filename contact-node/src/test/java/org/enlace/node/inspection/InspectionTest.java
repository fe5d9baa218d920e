package org.enlace.node.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.enlace.node.inspection.Verdict.Fit;
import org.enlace.node.inspection.Verdict.Reason;
import org.enlace.node.inspection.Verdict.Unfit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {
    private static final String PNG_HEAD = "\u0089PNG\r\n\u001a\n";

    private final Inspection inspection = new Inspection();

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void eachKindIsKnownByItsContentAndTellsNoPlace(FileKind kind) throws IOException {
        byte[] file = Samples.all().getOrDefault(kind, new byte[0]);

        Fit fit = fit(file);

        assertThat(fit.kind()).isEqualTo(kind);
        assertThat(new String(cleaned(fit), ISO_8859_1)).doesNotContain(Samples.GPS);
        assertThat(cleaned(fit)).hasSize((int) fit.cleaned().length());
    }

    @ParameterizedTest
    @EnumSource(
            value = FileKind.class,
            names = {"JPEG", "PNG", "MP3", "MP4"})
    void theSampleDidTellThePlace(FileKind kind) {
        assertThat(new String(Samples.all().getOrDefault(kind, new byte[0]), ISO_8859_1))
                .contains(Samples.GPS);
    }

    @Test
    void thePicturesAreTheSameToThePixel() throws IOException {
        for (byte[] file : new byte[][] {Samples.jpeg(), Samples.png()}) {
            BufferedImage before = ImageIO.read(new ByteArrayInputStream(file));
            BufferedImage after = ImageIO.read(new ByteArrayInputStream(cleaned(fit(file))));

            assertThat(pixels(after)).isEqualTo(pixels(before));
        }
    }

    @Test
    void aPhotographKeepsWhichSideIsUp() throws IOException {
        String cleaned = new String(cleaned(fit(Samples.jpeg())), ISO_8859_1);

        assertThat(cleaned).containsOnlyOnce("Exif\0\0MM\0*").contains("\1\22\0\3\0\0\0\1\0\6");
    }

    @Test
    void aRecordingKeepsItsLengthAndItsPictureItsPlace() throws IOException {
        byte[] file = Samples.mp4();
        byte[] cleaned = cleaned(fit(file));

        assertThat(cleaned).hasSameSizeAs(file);
        String text = new String(cleaned, ISO_8859_1);
        assertThat(text).doesNotContain("CREA").doesNotContain("udta").doesNotContain("uuid");
        assertThat(text.indexOf("moving")).isEqualTo(new String(file, ISO_8859_1).indexOf("moving"));
        assertThat(fit(file).remains()).isEmpty();
    }

    @Test
    void whoAttachesIsToldWhatStays() throws IOException {
        byte[] track = Samples.box(
                "trak", Samples.box("mdia", Samples.box("hdlr", new byte[8], "meta".getBytes(UTF_8), new byte[13])));
        byte[] filmed = Samples.join(
                Samples.box("ftyp", "isom\0\0\2\0isommp41".getBytes(ISO_8859_1)), Samples.box("moov", track));

        assertThat(fit(filmed).remains()).containsExactly(Remainder.DATA_TRACK);
        assertThat(fit(Samples.pdf()).remains()).containsExactly(Remainder.DOCUMENT_PROPERTIES);
        assertThat(fit(Samples.jpeg()).remains()).isEmpty();
    }

    static Stream<Map.Entry<String, byte[]>> refused() {
        Map<String, byte[]> files = new HashMap<>();
        byte[] docx = Samples.zip(Map.of("[Content_Types].xml", Samples.WORD_TYPES, "word/document.xml", "<w/>"));
        files.put("EMPTY nothing", new byte[0]);
        files.put("KIND html", "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8));
        files.put("KIND fragment", "\n  <b onclick=x>hello</b>".getBytes(UTF_8));
        files.put("KIND svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x\"/>".getBytes(UTF_8));
        files.put("KIND program", "MZ\u0090\0\3\0\0\0\4".getBytes(ISO_8859_1));
        files.put("KIND elf", "\u007fELF\2\1\1\0".getBytes(ISO_8859_1));
        files.put("KIND script", "#!/bin/sh\nrm -r x\n".getBytes(UTF_8));
        files.put("KIND gif", "GIF89a\1\0\1\0\0\0\0;".getBytes(ISO_8859_1));
        files.put("KIND archive", Samples.zip(Map.of("plan.txt", "x")));
        files.put("KIND java", Samples.zip(Map.of("META-INF/MANIFEST.MF", "x", "A.class", "x")));
        files.put("KIND presentation", Samples.zip(Map.of("mimetype", "application/vnd.oasis.opendocument.chart")));
        files.put("BROKEN text", new byte[] {'a', 'b', (byte) 0xC3});
        files.put("BROKEN pdf", "%PDF-1.7\n1 0 obj".getBytes(UTF_8));
        files.put("BROKEN jpeg", Arrays.copyOf(Samples.jpeg(), 400));
        files.put("BROKEN png", Arrays.copyOf(Samples.png(), 60));
        files.put("BROKEN mp4", Samples.box("ftyp", "isom\0\0\2\0isommp41".getBytes(ISO_8859_1)));
        files.put("BROKEN archive", Arrays.copyOf(docx, docx.length - 30));
        files.put(
                "PROGRAM_INSIDE macro",
                Samples.zip(Map.of(
                        "[Content_Types].xml",
                        Samples.WORD_TYPES,
                        "word/document.xml",
                        "<w/>",
                        "word/vbaProject.bin",
                        "x")));
        files.put(
                "PROGRAM_INSIDE renamed",
                Samples.zip(Map.of(
                        "[Content_Types].xml",
                        Samples.WORD_TYPES.replace(
                                "</Types>", "application/vnd.ms-word.document.macroEnabled.main+xml"),
                        "word/document.xml",
                        "<w/>")));
        files.put(
                "PROGRAM_INSIDE basic",
                Samples.zip(Map.of("mimetype", FileKind.ODT.mediaType(), "Basic/Standard/Module1.xml", "x")));
        files.put(
                "PROGRAM_INSIDE object",
                Samples.zip(Map.of(
                        "[Content_Types].xml",
                        Samples.WORD_TYPES,
                        "word/document.xml",
                        "<w/>",
                        "word/embeddings/oleObject1.bin",
                        "MZ")));
        files.put("TWO_FILES pdf", Samples.join(Samples.pdf(), docx, new byte[0]));
        files.put("TWO_FILES sound", Samples.join(Samples.mp3(), docx));
        files.put("TOO_MANY_PIXELS png", Samples.join(PNG_HEAD.getBytes(ISO_8859_1), header(100_000, 100_000)));
        return files.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource
    void refused(Map.Entry<String, byte[]> file) throws IOException {
        Reason reason = Reason.valueOf(file.getKey().split(" ", 2)[0]);
        Verdict verdict = inspection.inspect(Samples.content(file.getValue()));

        // A file within a file may also be seen because the outer one does not end as it has to.
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Unfit.class,
                        unfit -> assertThat(unfit.reason())
                                .isIn(reason == Reason.TWO_FILES ? Set.of(reason, Reason.BROKEN) : Set.of(reason)));
    }

    @Test
    void anArchiveBehindAPictureIsLeftBehind() throws IOException {
        byte[] docx = Samples.zip(Map.of("hidden.txt", "hidden"));
        byte[] cleaned = cleaned(fit(Samples.join(Samples.jpeg(), docx)));

        assertThat(new String(cleaned, ISO_8859_1)).doesNotContain("hidden").doesNotContain("PK");
        assertThat(cleaned).isEqualTo(cleaned(fit(Samples.jpeg())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpj.exe", "scan.pdf.exe", "scan", "scan.jpg"})
    void aFileIsNamedAfterWhatItIs(String name) {
        assertThat(FileKind.PDF.named(name)).isEqualTo(name + ".pdf");
        assertThat(FileKind.PDF.named("Scan.PDF")).isEqualTo("Scan.PDF");
        assertThat(FileKind.JPEG.named("scan.jpeg")).isEqualTo("scan.jpeg");
    }

    @Test
    void whateverAFileHoldsTheAnswerIsAVerdict() throws IOException {
        Random random = new Random(20261123);
        int fit = 0;
        for (byte[] sample : Samples.all().values()) {
            for (int round = 0; round < 150; round++) {
                byte[] file = sample.clone();
                for (int change = 0; change <= round % 4; change++) {
                    file[random.nextInt(file.length)] = (byte) random.nextInt(256);
                }
                if (round % 5 == 0) {
                    file = Arrays.copyOf(file, random.nextInt(file.length));
                }
                if (inspection.inspect(Samples.content(file)) instanceof Fit found) {
                    assertThat(cleaned(found)).hasSize((int) found.cleaned().length());
                    fit++;
                }
            }
        }
        assertThat(fit).isPositive();
    }

    private Fit fit(byte[] file) throws IOException {
        Verdict verdict = inspection.inspect(Samples.content(file));
        assertThat(verdict).isInstanceOf(Fit.class);
        return (Fit) verdict;
    }

    private static byte[] cleaned(Fit fit) throws IOException {
        try (InputStream in = fit.cleaned().open()) {
            return in.readAllBytes();
        }
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static byte[] header(int width, int height) {
        String data = new String(
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array(),
                ISO_8859_1);
        return Samples.chunk("IHDR", data);
    }
}
