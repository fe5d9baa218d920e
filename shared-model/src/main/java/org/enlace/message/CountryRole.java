package org.enlace.message;

/// What a country is to a case.
///
/// @param country ISO 3166-1 alpha-2
public record CountryRole(String country, Part part) {

    public enum Part {
        ORIGIN,
        TRANSIT,
        DESTINATION,
        RESIDENCE
    }
}
