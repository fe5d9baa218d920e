package org.enlace.message;

import java.util.List;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;

/// How victims are recruited, controlled, exploited and paid for, what gives it away, and what stopped it.
///
/// @param police the recruiters and agencies behind it
public record ModusOperandiReport(
        PatternPart pattern, @Nullable PolicePart police) implements Message {

    @Override
    public MessageType type() {
        return MessageType.MODUS_OPERANDI_REPORT;
    }

    /// Codes of the lists `palermo-act`, `palermo-means`, `palermo-purpose`, `recruitment-method`, `platform`,
    /// `recruiter-relation`, `control-method`, `exploitation`, `sector`, `venue`, `document-use`, `payment-means`,
    /// `profit-band`, `linked-crime` and `demand-side`, in this order.
    ///
    /// @param indicatorsForFrontLine what a border guard or nurse may notice, in words
    /// @param countermeasure what stopped it, in words
    /// @param geography countries or subdivisions, ISO 3166
    public record PatternPart(
            List<String> acts,
            List<String> means,
            List<String> purposes,
            List<String> recruitmentMethods,
            List<String> recruitmentPlatforms,
            @Nullable String recruiterRelation,
            List<String> controlMethods,
            List<String> exploitation,
            List<String> sectors,
            List<String> venues,
            List<String> documentsAbuse,
            @Nullable String paymentMeans,
            @Nullable String profitBand,
            List<String> linkedCrimes,
            @Nullable String demandSide,
            List<String> indicatorsForFrontLine,
            @Nullable String countermeasure,
            RouteReport.Period period,
            List<String> geography,
            @Nullable String note) {

        public PatternPart {
            acts = acts == null ? List.of() : List.copyOf(acts);
            means = means == null ? List.of() : List.copyOf(means);
            purposes = purposes == null ? List.of() : List.copyOf(purposes);
            recruitmentMethods = recruitmentMethods == null ? List.of() : List.copyOf(recruitmentMethods);
            recruitmentPlatforms = recruitmentPlatforms == null ? List.of() : List.copyOf(recruitmentPlatforms);
            controlMethods = controlMethods == null ? List.of() : List.copyOf(controlMethods);
            exploitation = exploitation == null ? List.of() : List.copyOf(exploitation);
            sectors = sectors == null ? List.of() : List.copyOf(sectors);
            venues = venues == null ? List.of() : List.copyOf(venues);
            documentsAbuse = documentsAbuse == null ? List.of() : List.copyOf(documentsAbuse);
            linkedCrimes = linkedCrimes == null ? List.of() : List.copyOf(linkedCrimes);
            indicatorsForFrontLine = indicatorsForFrontLine == null ? List.of() : List.copyOf(indicatorsForFrontLine);
            geography = geography == null ? List.of() : List.copyOf(geography);
        }
    }

    public record PolicePart(List<Entity> entities) {

        public PolicePart {
            entities = entities == null ? List.of() : List.copyOf(entities);
        }
    }

    /// A travel agency or recruiter.
    ///
    /// @param kind code of list `person-role`
    /// @param country ISO 3166-1 alpha-2
    public record Entity(
            String kind, Sensitive<String> name, @Nullable String country) {}
}
