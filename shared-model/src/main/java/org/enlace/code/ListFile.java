package org.enlace.code;

import java.util.List;

/// A list as its file has it.
///
/// @param sourceVersion which edition the codes come from, and which of them are ours
record ListFile(
        String id,
        int version,
        String sourceUrl,
        String sourceVersion,
        String licence,
        String attribution,
        List<Code> codes) {

    ListFile {
        codes = List.copyOf(codes);
    }
}
