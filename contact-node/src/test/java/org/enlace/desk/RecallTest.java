package org.enlace.desk;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/// Taking back, between two nodes that start once.
class RecallTest {
    private static RecallNodes nodes;

    @BeforeAll
    static void start() {
        nodes = new RecallNodes();
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Nested
    class OfOurs extends OwnRecalls {
        OfOurs() {
            super(RecallTest.nodes);
        }
    }

    @Nested
    class OfPartners extends PartnersRecalls {
        OfPartners() {
            super(RecallTest.nodes);
        }
    }

    @Nested
    class ByThePerson extends ConsentTakenBack {
        ByThePerson() {
            super(RecallTest.nodes);
        }
    }

    @Nested
    class Afterwards extends RecallAftermath {
        Afterwards() {
            super(RecallTest.nodes);
        }
    }
}
