package org.enlace.message;

/// What one contact point tells others, made of parts by compartment. What every reader may see beside it is [About].
public sealed interface Message
        permits CaseAlert,
                VictimMessage,
                RouteReport,
                ModusOperandiReport,
                InformationRequest,
                Reply,
                UsePermissionRequest,
                Corroboration,
                Proposal,
                Receipt,
                Status,
                Recall,
                RecallAttestation,
                ConsentWithdrawal,
                MatchQuery,
                MatchAnswer,
                MatchHit,
                StatisticsReturn {

    MessageType type();
}
