package org.enlace.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.enlace.code.CodeList;
import org.enlace.code.CodeLists;
import org.enlace.directory.ContactPoint;
import org.enlace.message.NodeId;
import org.junit.jupiter.api.Test;

class RosterTest {
    private final Roster roster = new Roster();

    @Test
    void everyMemberIsReachableAndCompetentForSomething() {
        CodeList roles = CodeLists.standard().list("role");

        assertThat(roster.codes()).hasSize(36);
        for (NodeId code : roster.codes()) {
            ContactPoint contact = roster.contact(code);
            assertThat(ZoneId.getAvailableZoneIds()).contains(contact.zone());
            assertThat(contact.roles())
                    .isNotEmpty()
                    .allMatch(role -> roles.find(role).isPresent());
            assertThat(contact.languages()).isNotEmpty().allMatch(language -> language.matches("[a-z]{3}"));
            assertThat(contact.interpreters()).doesNotContainAnyElementsOf(contact.languages());
        }
    }

    @Test
    void noNumberCanBeDialled() {
        assertThat(roster.codes())
                .allMatch(code -> roster.contact(code).emergencyPhone().matches("\\+\\d{1,4} 000 0100"));
    }
}
