package org.enlace.node.attachment;

import java.io.IOException;
import java.io.InputStream;
import org.enlace.attachment.Attachment;
import org.enlace.node.inspection.Cleaned;
import org.enlace.node.inspection.Content;
import org.enlace.node.inspection.FileKind;
import org.enlace.node.inspection.Inspection;
import org.enlace.node.inspection.Scanner;
import org.enlace.node.inspection.Verdict;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.springframework.stereotype.Component;

/// What is done with an upload once all of it is here: it is inspected, cleaned, scanned and sealed for its message, or
/// nothing of it is left but why it does not travel.
@Component
class UploadSettling {
    private final UploadRows rows;
    private final UploadFiles staged;
    private final MessageFiles files;
    private final Inspection inspection;
    private final Scanner scanner;

    UploadSettling(UploadRows rows, UploadFiles staged, MessageFiles files, Inspection inspection, Scanner scanner) {
        this.rows = rows;
        this.staged = staged;
        this.files = files;
        this.inspection = inspection;
        this.scanner = scanner;
    }

    /// @param upload in state [Upload.State#HERE]
    void settle(Upload upload) throws IOException {
        Content content = staged.content(upload.id(), upload.message(), upload.length());
        switch (inspection.inspect(content)) {
            case Verdict.Unfit(var reason) -> refuse(upload, Upload.Reason.of(reason));
            case Verdict.Fit fit -> {
                switch (scan(fit.cleaned())) {
                    case MALWARE -> refuse(upload, Upload.Reason.MALWARE);
                    case CLEAN -> seal(upload, fit, true);
                    case NOT_SCANNED -> seal(upload, fit, false);
                }
            }
        }
    }

    private Scanner.Finding scan(Cleaned cleaned) throws IOException {
        try (InputStream clear = cleaned.open()) {
            return scanner.scan(clear);
        }
    }

    private void refuse(Upload upload, Upload.Reason reason) throws IOException {
        rows.refuse(upload, reason);
        staged.delete(upload.id());
    }

    private void seal(Upload upload, Verdict.Fit fit, boolean scanned) throws IOException {
        try (InputStream clear = fit.cleaned().open()) {
            Attachment attachment = files.seal(
                    upload.message(),
                    upload.number(),
                    named(upload.name(), fit.kind()),
                    fit.kind().mediaType(),
                    fit.cleaned().length(),
                    clear);
            if (!rows.ready(upload, fit.kind(), fit.remains(), scanned, attachment)) {
                files.discard(attachment);
            }
        }
        staged.delete(upload.id());
    }

    @ShowsPersonalData
    private static Sensitive<String> named(Sensitive<String> name, FileKind kind) {
        return Sensitive.of(kind.named(name.reveal()));
    }
}
