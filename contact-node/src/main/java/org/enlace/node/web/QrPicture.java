package org.enlace.node.web;

import io.nayuki.qrcodegen.QrCode;

/// A text for a camera to read: the dark squares as one path of an SVG.
///
/// @param side how many squares it is wide and high, the empty border among them
public record QrPicture(int side, String path) {
    /// Cameras need it empty around the code.
    private static final int BORDER = 4;

    static QrPicture of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + BORDER, y + BORDER));
                }
            }
        }
        return new QrPicture(code.size + 2 * BORDER, path.toString());
    }
}
