package org.enlace.node.routes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One leg in the words of its reader.
///
/// @param path of its page
/// @param fromNumber of its stop on the map, null if it is on no picture
/// @param basis `2 states, 3 cases`
/// @param states whose reports it is made of
/// @param drawn whether it is on the map
/// @param found `Not seen since June 2026 (Argentina)`
public record LegView(
        String path,
        String from,
        String to,
        @Nullable Integer fromNumber,
        @Nullable Integer toNumber,
        String basis,
        String states,
        String modes,
        String months,
        boolean confirmed,
        boolean active,
        boolean coarse,
        boolean drawn,
        List<String> found) {}
