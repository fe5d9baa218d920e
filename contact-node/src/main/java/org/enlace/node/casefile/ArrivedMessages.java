package org.enlace.node.casefile;

import java.time.Instant;
import org.enlace.envelope.Verified;
import org.enlace.message.CaseAlert;
import org.enlace.message.Corroboration;
import org.enlace.message.IdentityVerification;
import org.enlace.message.IdentityVerificationAnswer;
import org.enlace.message.InformationRequest;
import org.enlace.message.InformationResponse;
import org.enlace.message.Message;
import org.enlace.message.ModusOperandiReport;
import org.enlace.message.Proposal;
import org.enlace.message.ProposalDecision;
import org.enlace.message.Reply;
import org.enlace.message.RouteReport;
import org.enlace.message.Status;
import org.enlace.message.UsePermissionDecision;
import org.enlace.message.UsePermissionRequest;
import org.enlace.message.VictimAssistanceRequest;
import org.enlace.message.VictimReferral;
import org.enlace.node.exchange.Arrivals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What becomes of each kind of message that arrives: it goes into its case, in the transaction that takes it in.
@Configuration(proxyBeanMethods = false)
class ArrivedMessages {
    @Bean
    Arrivals<CaseAlert> caseAlerts(CaseFiles files, Corrections corrections) {
        return new OrCorrects<>(CaseAlert.class, files, corrections);
    }

    @Bean
    Arrivals<VictimAssistanceRequest> victimAssistanceRequests(CaseFiles files, Corrections corrections) {
        return new OrCorrects<>(VictimAssistanceRequest.class, files, corrections);
    }

    @Bean
    Arrivals<VictimReferral> victimReferrals(CaseFiles files, Corrections corrections) {
        return new OrCorrects<>(VictimReferral.class, files, corrections);
    }

    @Bean
    Arrivals<RouteReport> routeReports(CaseFiles files, Corrections corrections) {
        return new OrCorrects<>(RouteReport.class, files, corrections);
    }

    @Bean
    Arrivals<ModusOperandiReport> modusOperandiReports(CaseFiles files, Corrections corrections) {
        return new OrCorrects<>(ModusOperandiReport.class, files, corrections);
    }

    @Bean
    Arrivals<Corroboration> corroborations(CaseFiles files) {
        return new AboutTheirs(files);
    }

    @Bean
    Arrivals<Proposal> proposals(CaseFiles files) {
        return new AboutOurWords(files);
    }

    @Bean
    Arrivals<ProposalDecision> proposalDecisions(CaseFiles files) {
        return new ToOurRequest<>(ProposalDecision.class, files);
    }

    @Bean
    Arrivals<InformationRequest> informationRequests(CaseFiles files) {
        return new IntoItsCase<>(InformationRequest.class, files);
    }

    @Bean
    Arrivals<InformationResponse> informationResponses(CaseFiles files) {
        return new ToOurRequest<>(InformationResponse.class, files);
    }

    @Bean
    Arrivals<UsePermissionRequest> usePermissionRequests(CaseFiles files) {
        return new AboutUse(files);
    }

    @Bean
    Arrivals<UsePermissionDecision> usePermissionDecisions(CaseFiles files) {
        return new ToOurRequest<>(UsePermissionDecision.class, files);
    }

    @Bean
    Arrivals<IdentityVerification> identityVerifications(CaseFiles files) {
        return new IntoItsCase<>(IdentityVerification.class, files);
    }

    @Bean
    Arrivals<IdentityVerificationAnswer> identityVerificationAnswers(CaseFiles files) {
        return new ToOurRequest<>(IdentityVerificationAnswer.class, files);
    }

    @Bean
    Arrivals<Status> statuses(CaseFiles files, ObjectProvider<StatusElsewhere> elsewhere) {
        return new AboutOurs(files, elsewhere);
    }

    private record IntoItsCase<M extends Message>(Class<M> kind, CaseFiles files) implements Arrivals<M> {
        @Override
        public void arrived(Verified<M> message, Instant receivedAt) {
            files.recordReceived(message, receivedAt);
        }
    }

    /// A new version goes where the one before stands.
    private record OrCorrects<M extends Message>(Class<M> kind, CaseFiles files, Corrections corrections)
            implements Arrivals<M> {
        @Override
        public void arrived(Verified<M> message, Instant receivedAt) {
            if (message.header().about().supersedes() == null) {
                files.recordReceived(message, receivedAt);
            } else {
                corrections.recordReceived(message, receivedAt);
            }
        }
    }

    private record ToOurRequest<R extends Reply>(Class<R> kind, CaseFiles files) implements Arrivals<R> {
        @Override
        public void arrived(Verified<R> message, Instant receivedAt) {
            files.recordAnswer(message, receivedAt);
        }
    }

    private record AboutUse(CaseFiles files) implements Arrivals<UsePermissionRequest> {
        @Override
        public Class<UsePermissionRequest> kind() {
            return UsePermissionRequest.class;
        }

        @Override
        public void arrived(Verified<UsePermissionRequest> message, Instant receivedAt) {
            files.recordPermissionAsked(message, receivedAt);
        }
    }

    private record AboutTheirs(CaseFiles files) implements Arrivals<Corroboration> {
        @Override
        public Class<Corroboration> kind() {
            return Corroboration.class;
        }

        @Override
        public void arrived(Verified<Corroboration> message, Instant receivedAt) {
            files.recordSeen(message, receivedAt);
        }
    }

    private record AboutOurWords(CaseFiles files) implements Arrivals<Proposal> {
        @Override
        public Class<Proposal> kind() {
            return Proposal.class;
        }

        @Override
        public void arrived(Verified<Proposal> message, Instant receivedAt) {
            files.recordProposed(message, receivedAt);
        }
    }

    private record AboutOurs(CaseFiles files, ObjectProvider<StatusElsewhere> elsewhere) implements Arrivals<Status> {
        @Override
        public Class<Status> kind() {
            return Status.class;
        }

        @Override
        public void arrived(Verified<Status> message, Instant receivedAt) {
            if (elsewhere.stream().noneMatch(one -> one.told(message, receivedAt))) {
                files.recordStatus(message, receivedAt);
            }
        }
    }
}
