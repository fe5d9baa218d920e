package org.enlace.node.ministry;

import java.util.List;
import org.enlace.node.web.KeptField;

/// A form that waits while its sender is away at the provider.
///
/// @param address where it goes
record KeptForm(String address, List<KeptField> fields) {
    KeptForm {
        fields = List.copyOf(fields);
    }
}
