package org.enlace.message;

import java.util.List;
import org.enlace.person.Identity;

/// Who the persons are that a message speaks of, in the identity part.
public record Persons(List<Identity> persons) {

    public Persons {
        persons = persons == null ? List.of() : List.copyOf(persons);
    }
}
