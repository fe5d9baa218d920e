package org.enlace.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.enlace.person.Identity;
import org.enlace.person.Majority;
import org.enlace.person.PartialDate;
import org.enlace.person.PersonBlock;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;

/// Whether a content speaks of somebody who is, or may be, under 18; in the sealed parts too.
public final class Children {
    private static final int MAJORITY = 18;
    private static final Set<String> CHILDHOOD = Set.of("0-8", "9-17");
    private static final String AGE_UNKNOWN = "UNK";

    /// Codes of list `person-role` of those who do it: nobody takes them for children only because their age is not
    /// known.
    private static final Set<String> PERPETRATORS = Set.of(
            "Transporter",
            "RecruiterOrIntermediary",
            "BrokerTravelAgent",
            "Smuggler",
            "Abuser",
            "Kidnapper",
            "Exploiter");

    private Children() {}

    static boolean in(Message message, Instant at) {
        LocalDate today = at.atZone(ZoneOffset.UTC).toLocalDate();
        return switch (message) {
            case CaseAlert alert ->
                among(alert.alert().persons()) != ChildInvolved.NO
                        || Stream.ofNullable(alert.identity())
                                .flatMap(identity -> identity.persons().stream())
                                .anyMatch(person -> mayBeChild(person, today));
            case VictimMessage victim ->
                (victim.protection() != null && isChild(victim.protection().person()))
                        || (victim.identity() != null
                                && mayBeChild(victim.identity().identity(), today));
            case InformationRequest request -> mayBeChild(request.identity(), today);
            case InformationResponse response -> mayBeChild(response.identity(), today);
            case RouteReport _,
                    ModusOperandiReport _,
                    IdentityVerificationAnswer _,
                    UsePermissionRequest _,
                    UsePermissionDecision _,
                    Corroboration _,
                    Proposal _,
                    ProposalDecision _,
                    Receipt _,
                    Status _,
                    Recall _,
                    RecallAttestation _,
                    ConsentWithdrawal _,
                    MatchQuery _,
                    MatchAnswer _,
                    MatchHit _,
                    StatisticsReturn _ -> false;
        };
    }

    /// Whether there are children among persons of whom an alert says how many and how old they are. Who is said to be
    /// of an age that is not known may be one.
    ///
    /// @see <a href="https://rm.coe.int/168008371d">Council of Europe Convention Art. 10(3)</a>
    public static ChildInvolved among(Collection<CaseAlert.PersonGroup> persons) {
        if (persons.stream().anyMatch(group -> isChildhood(group.ageBand()))) {
            return ChildInvolved.YES;
        }
        return persons.stream().anyMatch(Children::isOfUnknownAge) ? ChildInvolved.SUSPECTED : ChildInvolved.NO;
    }

    private static boolean isOfUnknownAge(CaseAlert.PersonGroup group) {
        String role = group.role();
        return AGE_UNKNOWN.equals(group.ageBand()) && (role == null || !PERPETRATORS.contains(role));
    }

    static boolean isChild(PersonBlock person) {
        return person.majority() != Majority.ADULT || isChildhood(person.ageBand());
    }

    private static boolean isChildhood(@Nullable String ageBand) {
        return ageBand != null && CHILDHOOD.contains(ageBand);
    }

    @ShowsPersonalData
    private static boolean mayBeChild(@Nullable Identity identity, LocalDate today) {
        Sensitive<PartialDate> birthDate = identity == null ? null : identity.birthDate();
        return birthDate != null
                && lastDay(birthDate.reveal()).plusYears(MAJORITY).isAfter(today);
    }

    private static boolean mayBeChild(@Nullable Persons identity, LocalDate today) {
        return identity != null && identity.persons().stream().anyMatch(person -> mayBeChild(person, today));
    }

    /// The latest day that a partial date can mean.
    private static LocalDate lastDay(PartialDate date) {
        return switch (date.value().length()) {
            case 4 -> LocalDate.parse(date.value() + "-12-31");
            case 7 -> YearMonth.parse(date.value()).atEndOfMonth();
            default -> LocalDate.parse(date.value());
        };
    }
}
