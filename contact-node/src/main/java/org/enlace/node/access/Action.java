package org.enlace.node.access;

/// Everything that can be done through the console or the API. Each handler names the one it is, with [Access].
public enum Action {
    /// What anyone may do before signing in: see the sign-in page and try to sign in.
    ENTER,
    OWN_PROFILE,
    READ_DESK,
    /// Take, acknowledge, accept, decline, forward: what is done to an item on the desk.
    ACKNOWLEDGE,
    /// See who is on duty when.
    READ_DUTY,
    /// Say who is on duty when.
    KEEP_DUTY,
    READ_CASES,
    /// Notes and next steps on a case.
    WORK_CASES,
    /// Take back what was sent.
    RECALL,
    /// Hand a person what was shared about them.
    COPY_FOR_PERSON,
    /// Take a case file out of the node, on paper or as data.
    EXPORT_CASE,
    READ_ALERTS,
    WRITE_ALERT,
    READ_INFORMATION,
    /// Ask other contact points for information, and answer what they ask.
    WRITE_INFORMATION,
    READ_ASSISTANCE,
    WRITE_ASSISTANCE,
    /// Tell another state whether a person is a national or permanent resident.
    VERIFY_IDENTITY,
    /// Ask those who provided a message to use it otherwise, and decide what others ask; of what the officer reads.
    WRITE_PERMISSION,
    /// Say of a report or an alert that what it tells of was met with, or not; of what the officer reads.
    CORROBORATE,
    /// Propose to the owner of a message what it should say, and decide what others propose; likewise.
    PROPOSE,
    READ_REPORTS,
    /// Ask other contact points whether they hold an identifier, without telling which, and look at what others found
    /// of ours so.
    ASK_PRIVATELY,
    WRITE_REPORT,
    /// See together what all route reports tell that the officer reads.
    READ_ROUTES,
    /// Keep a message that is being written; what may be written is a question of its own.
    WRITE_DRAFT,
    /// Let go, return or review what a colleague wrote.
    RELEASE,
    /// Open the compartment that holds names, documents and exact addresses.
    READ_IDENTITY,
    READ_PROTECTION,
    READ_POLICE,
    READ_DIRECTORY,
    /// Say on which days this contact point does not work, for the officers of the directory to sign.
    PROPOSE_CALENDAR,
    /// See the sharing groups that run, and write to them.
    READ_GROUPS,
    /// Found, change and end sharing groups, and see those that do not run.
    KEEP_GROUPS,
    READ_AUDIT,
    /// See the numbers that were published, and take them out.
    READ_STATISTICS,
    /// Return the published numbers of a year to the Secretariat.
    RETURN_STATISTICS,
    /// Have a version of the directory made in which the role of the Secretariat passes on; others sign it.
    PROPOSE_SECRETARIAT,
    READ_OPERATIONS,
    WORK_OPERATIONS,
    /// See who works here, and as what.
    /// Open a case that is closed to one, because it cannot wait.
    BREAK_GLASS,
    /// See who broke the glass and who opened many cases, and say what to think of it.
    WATCH,
    /// Agree that names open too where somebody broke the glass.
    AGREE_GLASS,
    READ_OFFICERS,
    /// Say who works here, and as what; what opens a way in needs the word of two.
    KEEP_OFFICERS,
    /// Agree to what an operator asks for an officer, or not.
    DECIDE_OFFICERS
}
