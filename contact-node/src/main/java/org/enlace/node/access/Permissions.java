package org.enlace.node.access;

import static org.enlace.node.access.Action.ACKNOWLEDGE;
import static org.enlace.node.access.Action.AGREE_GLASS;
import static org.enlace.node.access.Action.ASK_PRIVATELY;
import static org.enlace.node.access.Action.BREAK_GLASS;
import static org.enlace.node.access.Action.COPY_FOR_PERSON;
import static org.enlace.node.access.Action.CORROBORATE;
import static org.enlace.node.access.Action.DECIDE_OFFICERS;
import static org.enlace.node.access.Action.EXPORT_CASE;
import static org.enlace.node.access.Action.KEEP_DUTY;
import static org.enlace.node.access.Action.KEEP_GROUPS;
import static org.enlace.node.access.Action.KEEP_OFFICERS;
import static org.enlace.node.access.Action.OWN_PROFILE;
import static org.enlace.node.access.Action.PROPOSE;
import static org.enlace.node.access.Action.PROPOSE_CALENDAR;
import static org.enlace.node.access.Action.PROPOSE_SECRETARIAT;
import static org.enlace.node.access.Action.READ_ALERTS;
import static org.enlace.node.access.Action.READ_ASSISTANCE;
import static org.enlace.node.access.Action.READ_AUDIT;
import static org.enlace.node.access.Action.READ_CASES;
import static org.enlace.node.access.Action.READ_DESK;
import static org.enlace.node.access.Action.READ_DIRECTORY;
import static org.enlace.node.access.Action.READ_DUTY;
import static org.enlace.node.access.Action.READ_GROUPS;
import static org.enlace.node.access.Action.READ_IDENTITY;
import static org.enlace.node.access.Action.READ_INFORMATION;
import static org.enlace.node.access.Action.READ_OFFICERS;
import static org.enlace.node.access.Action.READ_OPERATIONS;
import static org.enlace.node.access.Action.READ_POLICE;
import static org.enlace.node.access.Action.READ_PROTECTION;
import static org.enlace.node.access.Action.READ_REPORTS;
import static org.enlace.node.access.Action.READ_ROUTES;
import static org.enlace.node.access.Action.READ_STATISTICS;
import static org.enlace.node.access.Action.RECALL;
import static org.enlace.node.access.Action.RELEASE;
import static org.enlace.node.access.Action.RETURN_STATISTICS;
import static org.enlace.node.access.Action.VERIFY_IDENTITY;
import static org.enlace.node.access.Action.WATCH;
import static org.enlace.node.access.Action.WORK_CASES;
import static org.enlace.node.access.Action.WORK_OPERATIONS;
import static org.enlace.node.access.Action.WRITE_ALERT;
import static org.enlace.node.access.Action.WRITE_ASSISTANCE;
import static org.enlace.node.access.Action.WRITE_DRAFT;
import static org.enlace.node.access.Action.WRITE_INFORMATION;
import static org.enlace.node.access.Action.WRITE_PERMISSION;
import static org.enlace.node.access.Action.WRITE_REPORT;

import java.util.Set;

/// The table of roles and what each may do. What does not stand here is not allowed.
final class Permissions {
    private static final Set<Action> INVESTIGATOR = Set.of(
            OWN_PROFILE,
            BREAK_GLASS,
            READ_DIRECTORY,
            READ_GROUPS,
            READ_DESK,
            READ_DUTY,
            READ_CASES,
            READ_ALERTS,
            READ_INFORMATION,
            READ_REPORTS,
            READ_ROUTES,
            ASK_PRIVATELY,
            READ_IDENTITY,
            READ_POLICE,
            WORK_CASES,
            EXPORT_CASE,
            RECALL,
            WRITE_ALERT,
            WRITE_INFORMATION,
            WRITE_DRAFT,
            WRITE_PERMISSION,
            CORROBORATE,
            PROPOSE,
            WRITE_REPORT);
    private static final Set<Action> ASSISTS = Set.of(
            OWN_PROFILE,
            BREAK_GLASS,
            READ_DIRECTORY,
            READ_GROUPS,
            READ_CASES,
            READ_ASSISTANCE,
            READ_IDENTITY,
            READ_PROTECTION,
            WORK_CASES,
            RECALL,
            COPY_FOR_PERSON,
            EXPORT_CASE,
            WRITE_DRAFT,
            WRITE_PERMISSION,
            PROPOSE,
            WRITE_ASSISTANCE,
            VERIFY_IDENTITY);
    private static final Set<Action> ANALYST = Set.of(
            OWN_PROFILE,
            READ_DIRECTORY,
            READ_GROUPS,
            READ_CASES,
            READ_REPORTS,
            READ_ROUTES,
            ASK_PRIVATELY,
            RECALL,
            WRITE_DRAFT,
            WRITE_PERMISSION,
            CORROBORATE,
            PROPOSE,
            WRITE_REPORT);
    private static final Set<Action> DUTY = Set.of(
            OWN_PROFILE,
            BREAK_GLASS,
            READ_DIRECTORY,
            READ_GROUPS,
            READ_DESK,
            READ_DUTY,
            ACKNOWLEDGE,
            READ_CASES,
            READ_ALERTS,
            READ_INFORMATION,
            READ_ASSISTANCE,
            READ_REPORTS,
            READ_IDENTITY,
            READ_PROTECTION,
            READ_POLICE,
            WORK_CASES,
            RECALL,
            WRITE_ALERT,
            WRITE_INFORMATION,
            WRITE_DRAFT,
            WRITE_PERMISSION,
            CORROBORATE,
            PROPOSE,
            WRITE_ASSISTANCE);
    private static final Set<Action> SUPERVISOR = Set.of(
            OWN_PROFILE,
            BREAK_GLASS,
            WATCH,
            AGREE_GLASS,
            READ_DIRECTORY,
            READ_GROUPS,
            KEEP_GROUPS,
            READ_DESK,
            READ_DUTY,
            ACKNOWLEDGE,
            READ_CASES,
            READ_ALERTS,
            READ_INFORMATION,
            READ_ASSISTANCE,
            READ_REPORTS,
            READ_IDENTITY,
            READ_PROTECTION,
            READ_POLICE,
            WORK_CASES,
            RECALL,
            RELEASE,
            EXPORT_CASE,
            KEEP_DUTY,
            PROPOSE_CALENDAR,
            READ_STATISTICS,
            RETURN_STATISTICS,
            PROPOSE_SECRETARIAT,
            READ_OFFICERS,
            DECIDE_OFFICERS);
    private static final Set<Action> AUDITOR = Set.of(OWN_PROFILE, WATCH, READ_DIRECTORY, READ_STATISTICS, READ_AUDIT);
    private static final Set<Action> OPERATOR = Set.of(
            OWN_PROFILE,
            READ_DIRECTORY,
            READ_OPERATIONS,
            WORK_OPERATIONS,
            READ_OFFICERS,
            KEEP_OFFICERS,
            DECIDE_OFFICERS);

    private Permissions() {}

    static Set<Action> of(Role role) {
        return switch (role) {
            case INVESTIGATOR -> INVESTIGATOR;
            case CONSULAR, CASE_WORKER -> ASSISTS;
            case ANALYST -> ANALYST;
            case DUTY -> DUTY;
            case SUPERVISOR -> SUPERVISOR;
            case AUDITOR -> AUDITOR;
            case OPERATOR -> OPERATOR;
        };
    }
}
