package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.UploadContext;

/// A form that brings files, part by part as it comes: of a file nothing is kept here, neither in memory nor on the
/// disk.
public final class FormParts {
    /// All fields that are no files.
    private static final int FIELDS_BYTES_MAX = 256 * 1024;

    private final FileItemIterator parts;
    private int fieldBytes;

    private FormParts(FileItemIterator parts) {
        this.parts = parts;
    }

    /// One part of it.
    public sealed interface Part {
        record Value(String name, String text) implements Part {}

        /// @param name as the browser calls it, without a path; empty where no file was chosen
        /// @param content read before the next part is asked for, or passed over
        record File(String name, InputStream content) implements Part {}
    }

    /// @throws IOException if it is no such form, or the line broke
    public static FormParts of(HttpServletRequest request) throws IOException {
        try {
            var upload = new FileUpload();
            upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
            return new FormParts(upload.getItemIterator(new Body(request)));
        } catch (FileUploadException e) {
            throw new IOException("Not a form in parts", e);
        }
    }

    /// @throws IOException if it does not go on as such a form, says too much, or the line broke
    public Optional<Part> next() throws IOException {
        try {
            if (!parts.hasNext()) {
                return Optional.empty();
            }
            var part = parts.next();
            var field = part.getFieldName();
            if (!part.isFormField()) {
                return Optional.of(new Part.File(name(part.getName()), part.openStream()));
            }
            try (var in = part.openStream()) {
                var bytes = in.readNBytes(FIELDS_BYTES_MAX - fieldBytes + 1);
                fieldBytes += bytes.length;
                if (fieldBytes > FIELDS_BYTES_MAX) {
                    throw new LimitedBody.TooLarge();
                }
                return Optional.of(
                        new Part.Value(field == null ? "" : field, new String(bytes, StandardCharsets.UTF_8)));
            }
        } catch (FileUploadException e) {
            throw new IOException("A form in parts that does not go on as one", e);
        } catch (InvalidFileNameException e) {
            throw new IOException("A form with the name of a file that is none", e);
        }
    }

    private static String name(String given) {
        return given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    }

    private record Body(HttpServletRequest request) implements UploadContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return request.getContentType();
        }

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return request.getInputStream();
        }
    }
}
