package org.enlace.message;

import java.util.List;
import org.enlace.person.Identity;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;

/// By what a person or thing is told apart, in a request for information and in its answer. Only police read it.
///
/// @param words what else is said about them, at most 2,000 characters
public record Particulars(
        List<Identity.Document> documents,
        List<Sensitive<String>> phones,
        List<OnlineName> onlineNames,
        List<Plate> plates,
        List<Company> companies,
        @Nullable Sensitive<String> words) {

    public Particulars {
        documents = documents == null ? List.of() : List.copyOf(documents);
        phones = phones == null ? List.of() : List.copyOf(phones);
        onlineNames = onlineNames == null ? List.of() : List.copyOf(onlineNames);
        plates = plates == null ? List.of() : List.copyOf(plates);
        companies = companies == null ? List.of() : List.copyOf(companies);
    }

    /// @param platform code of list `platform`
    public record OnlineName(String platform, Sensitive<String> name) {}

    /// @param country whose number plate it is, ISO 3166-1 alpha-2
    public record Plate(@Nullable String country, Sensitive<String> number) {}

    /// @param country where it is registered, ISO 3166-1 alpha-2
    public record Company(Sensitive<String> name, @Nullable String country) {}
}
