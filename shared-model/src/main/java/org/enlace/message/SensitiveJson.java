package org.enlace.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Tells the network's own mapper, and no other, how to write what is sensitive: as the bare value.
abstract class SensitiveJson<T> {
    @JsonValue
    T value;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    SensitiveJson(T value) {
        this.value = value;
    }
}
