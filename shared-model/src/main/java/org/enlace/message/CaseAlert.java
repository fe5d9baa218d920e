package org.enlace.message;

import java.time.Instant;
import java.util.List;
import org.enlace.person.Identity;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;

/// Something is happening across a border: movement, imminent harm, a suspect travelling.
///
/// @param police what only police read: documents, telephones, handles, number plates
/// @param identity who the persons are, if known
public record CaseAlert(
        AlertPart alert,
        @Nullable PolicePart police,
        @Nullable IdentityPart identity) implements Message {

    @Override
    public MessageType type() {
        return MessageType.CASE_ALERT;
    }

    /// @param alertKind code of list `alert-kind`
    /// @param what in words, at most 2,000 characters, no names
    /// @param acts codes of list `palermo-act`; likewise `means` and `purposes`
    /// @param askedAction code of list `asked-action`
    /// @param callBack roster entry or desk to call
    public record AlertPart(
            String alertKind,
            String what,
            List<String> acts,
            List<String> means,
            List<String> purposes,
            @Nullable Place whereNow,
            @Nullable Place heading,
            @Nullable Window window,
            List<PersonGroup> persons,
            List<Vehicle> vehicles,
            String askedAction,
            @Nullable String callBack) {

        public AlertPart {
            acts = acts == null ? List.of() : List.copyOf(acts);
            means = means == null ? List.of() : List.copyOf(means);
            purposes = purposes == null ? List.of() : List.copyOf(purposes);
            persons = persons == null ? List.of() : List.copyOf(persons);
            vehicles = vehicles == null ? List.of() : List.copyOf(vehicles);
        }
    }

    public record PolicePart(
            List<Identity.Document> documents,
            List<Sensitive<String>> phones,
            List<Handle> handles,
            List<Plate> plates) {

        public PolicePart {
            documents = documents == null ? List.of() : List.copyOf(documents);
            phones = phones == null ? List.of() : List.copyOf(phones);
            handles = handles == null ? List.of() : List.copyOf(handles);
            plates = plates == null ? List.of() : List.copyOf(plates);
        }
    }

    public record IdentityPart(List<Identity> persons) {

        public IdentityPart {
            persons = persons == null ? List.of() : List.copyOf(persons);
        }
    }

    /// When the movement is expected; either end may be open.
    public record Window(@Nullable Instant from, @Nullable Instant to) {}

    /// How many persons of a kind, without saying who.
    ///
    /// @param count code of list `volume-band`
    /// @param ageBand code of list `age-band`
    /// @param gender code of list `gender`
    /// @param role what they are in the process, code of list `person-role`
    public record PersonGroup(
            String count,
            @Nullable String ageBand,
            @Nullable String gender,
            @Nullable String role) {}

    /// @param mode code of list `transport-mode`
    /// @param description make, colour, marks, in words
    /// @param plateCountry whose number plate it bears, ISO 3166-1 alpha-2; the number is for police
    public record Vehicle(
            String mode,
            @Nullable String description,
            @Nullable String plateCountry) {}

    /// @param vehicle whose plate it is: place in the alert's list of vehicles, from 0
    public record Plate(int vehicle, Sensitive<String> number) {}

    /// @param platform code of list `platform`
    public record Handle(String platform, Sensitive<String> name) {}
}
