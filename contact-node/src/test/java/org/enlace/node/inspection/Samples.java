package org.enlace.node.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/// Small files of each kind, made by the programs that make such files, or by their specification.
final class Samples {
    static final String GPS = "GPS 14.6349 -90.5069";
    static final String WORD_TYPES =
            """
            <Types><Override PartName="/word/document.xml" ContentType="%s"/></Types>""".formatted("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");

    private Samples() {}

    static Content content(byte[] bytes) {
        return new Content() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public byte[] read(long position, int count) {
                int from = (int) Math.min(position, bytes.length);
                return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + count));
            }
        };
    }

    static Map<FileKind, byte[]> all() {
        Map<FileKind, byte[]> all = new TreeMap<>();
        all.put(FileKind.JPEG, jpeg());
        all.put(FileKind.PNG, png());
        all.put(FileKind.PDF, pdf());
        all.put(FileKind.TEXT, "Placa P-123ABC, azul.\nVió a 3 personas.".getBytes(UTF_8));
        all.put(FileKind.MP3, mp3());
        all.put(FileKind.MP4, mp4());
        all.put(
                FileKind.OGG,
                join("OggS\0\2".getBytes(ISO_8859_1), new byte[22], "\1\36\1vorbis".getBytes(ISO_8859_1)));
        all.put(FileKind.DOCX, zip(Map.of("[Content_Types].xml", WORD_TYPES, "word/document.xml", "<w/>")));
        all.put(
                FileKind.XLSX,
                zip(Map.of(
                        "[Content_Types].xml",
                        WORD_TYPES.replace("wordprocessingml.document", "spreadsheetml.sheet"),
                        "xl/workbook.xml",
                        "<x/>")));
        all.put(FileKind.ODT, zip(Map.of("mimetype", FileKind.ODT.mediaType(), "content.xml", "<o/>")));
        all.put(FileKind.ODS, zip(Map.of("mimetype", FileKind.ODS.mediaType(), "content.xml", "<o/>")));
        return all;
    }

    static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) {
            picture.setRGB(x, x % 30, new Color(6 * x, 255 - 6 * x, 90).getRGB());
        }
        return picture;
    }

    /// With what a telephone writes into it, after the first segment.
    static byte[] jpeg() {
        byte[] plain = image("jpg");
        byte[] exif = ByteBuffer.allocate(34 + GPS.length())
                .put("Exif\0\0II*\0\10\0\0\0".getBytes(ISO_8859_1))
                .put(new byte[] {1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0})
                .put(new byte[2])
                .put(GPS.getBytes(UTF_8))
                .array();
        int after = 2 + 2 + (((plain[4] & 0xff) << 8) | (plain[5] & 0xff));
        return join(
                Arrays.copyOf(plain, after),
                segment(0xE1, exif),
                segment(0xE1, ("http://ns.adobe.com/xap/1.0/\0" + GPS).getBytes(UTF_8)),
                segment(0xED, ("Photoshop 3.0\0" + GPS).getBytes(UTF_8)),
                segment(0xFE, GPS.getBytes(UTF_8)),
                Arrays.copyOfRange(plain, after, plain.length),
                ("a preview of another picture " + GPS).getBytes(UTF_8));
    }

    static byte[] png() {
        byte[] plain = image("png");
        int end = plain.length - 12;
        return join(
                Arrays.copyOf(plain, 33),
                chunk("tEXt", "Author\0" + GPS),
                chunk("eXIf", GPS),
                Arrays.copyOfRange(plain, 33, end),
                chunk("tIME", "1234567"),
                Arrays.copyOfRange(plain, end, plain.length),
                GPS.getBytes(UTF_8));
    }

    static byte[] pdf() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] mp3() {
        byte[] frame = new byte[417];
        frame[0] = (byte) 0xFF;
        frame[1] = (byte) 0xFB;
        frame[2] = (byte) 0x90;
        return join(
                new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 0, (byte) GPS.length()},
                GPS.getBytes(UTF_8),
                frame,
                frame,
                Arrays.copyOf(("TAG" + GPS).getBytes(UTF_8), 128));
    }

    static byte[] mp4() {
        return join(
                box("ftyp", "isom\0\0\2\0isommp41".getBytes(ISO_8859_1)),
                box(
                        "moov",
                        box("mvhd", "\0\0\0\0CREAMODI".getBytes(ISO_8859_1), new byte[88]),
                        box(
                                "trak",
                                box("tkhd", "\0\0\0\0CREAMODI".getBytes(ISO_8859_1), new byte[72]),
                                box("mdia", box("hdlr", new byte[8], "vide".getBytes(ISO_8859_1), new byte[13])),
                                box("udta", GPS.getBytes(UTF_8))),
                        box("udta", box("\u00a9xyz", GPS.getBytes(UTF_8))),
                        box("meta", GPS.getBytes(UTF_8))),
                box("uuid", GPS.getBytes(UTF_8)),
                box("mdat", "moving".getBytes(UTF_8)));
    }

    static byte[] box(String name, byte[]... inside) {
        byte[] all = join(inside);
        return ByteBuffer.allocate(8 + all.length)
                .putInt(8 + all.length)
                .put(name.getBytes(ISO_8859_1))
                .put(all)
                .array();
    }

    static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            // Contents first, as programs write them.
            for (Map.Entry<String, String> entry : new TreeMap<>(entries)
                    .entrySet().stream()
                            .sorted((one, other) -> Boolean.compare(
                                    other.getKey().matches("mimetype|\\[.*"),
                                    one.getKey().matches("mimetype|\\[.*")))
                            .toList()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] segment(int marker, byte[] data) {
        return ByteBuffer.allocate(4 + data.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (2 + data.length))
                .put(data)
                .array();
    }

    static byte[] chunk(String name, String data) {
        byte[] named = (name + data).getBytes(ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(data.length())
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] image(String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(picture(), format, out)) {
                throw new IllegalStateException("Nothing here writes " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
