package org.enlace.node.matching;

import java.util.List;
import org.enlace.matching.IdentifierKind;
import org.enlace.matching.Normalised;
import org.enlace.node.web.FieldPoint;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;

/// What an officer wants to ask, as it was written.
///
/// @param legalBasis code of list `legal-basis`
/// @param partners codes of members
record Asking(String reference, String purpose, String legalBasis, List<Written> identifiers, List<String> partners) {
    Asking {
        identifiers = List.copyOf(identifiers);
        partners = List.copyOf(partners);
    }

    /// @param row where it stands in the form, from 0
    record Written(
            int row,
            @Nullable IdentifierKind kind,
            @Nullable String state,
            Sensitive<String> number) {}

    /// Why it is not asked.
    enum Point implements FieldPoint {
        CASE_UNSEEN("reference"),
        PURPOSE_MISSING("purpose"),
        LEGAL_BASIS_MISSING("legalBasis"),
        IDENTIFIER_NONE("identifiers"),
        /// Argument: how many at most.
        IDENTIFIER_TOO_MANY("identifiers"),
        IDENTIFIER_KIND("identifiers"),
        IDENTIFIER_TWICE("identifiers"),
        IDENTIFIER_MISSING("identifiers"),
        IDENTIFIER_NO_COUNTRY_CODE("identifiers"),
        IDENTIFIER_TRUNK_ZERO("identifiers"),
        IDENTIFIER_CHARACTERS("identifiers"),
        IDENTIFIER_LENGTH("identifiers"),
        IDENTIFIER_NO_DIGIT("identifiers"),
        IDENTIFIER_STATE("identifiers"),
        PARTNERS_NONE("partners"),
        /// Argument of these: the member.
        PARTNER_UNKNOWN("partners"),
        PARTNER_UNREACHABLE("partners"),
        PARTNER_KEPT_OUT("partners"),
        PARTNER_QUOTA_USED_UP("partners");

        private final String field;

        Point(String field) {
            this.field = field;
        }

        @Override
        public String field() {
            return field;
        }

        static Point of(Normalised.Why why) {
            return valueOf("IDENTIFIER_" + why.name());
        }
    }

    /// @param row of the identifier it is about, -1 if it is about none
    /// @param member that it is about, empty if none
    record Objection(Point point, int row, String member) {
        static Objection of(Point point) {
            return new Objection(point, -1, "");
        }

        static Objection at(Point point, int row) {
            return new Objection(point, row, "");
        }

        static Objection about(Point point, String member) {
            return new Objection(point, -1, member);
        }

        /// JSON pointer into what a program sent.
        String pointer() {
            return "/" + point.field() + (row < 0 ? "" : "/" + row);
        }
    }

    sealed interface Outcome {
        record Asked(Query query) implements Outcome {}

        /// Under its id something else was asked before. Nothing was asked now.
        record OtherBefore() implements Outcome {}

        record Refused(List<Objection> against) implements Outcome {
            public Refused {
                against = List.copyOf(against);
            }
        }
    }

    /// Prints nothing that was written.
    @Override
    public String toString() {
        return "[withheld]";
    }
}
