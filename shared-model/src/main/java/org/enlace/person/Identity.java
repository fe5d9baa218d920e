package org.enlace.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who a person is: S3, so it travels in the identity part only.
public record Identity(
        @Nullable Sensitive<String> familyName,
        @Nullable Sensitive<String> givenNames,
        @Nullable Sensitive<PartialDate> birthDate,
        List<Document> documents) {

    public Identity {
        documents = documents == null ? List.of() : List.copyOf(documents);
    }

    /// @param kind code of list `document`
    /// @param country that issued it, ISO 3166-1 alpha-2
    public record Document(String kind, @Nullable String country, Sensitive<String> number) {}
}
