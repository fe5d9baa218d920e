package org.enlace.message;

/// What can be wrong with a message before it is sent. The names are stable: screens and the API speak of them.
public enum BreachCode {
    /// A field that must be filled is empty.
    REQUIRED(Severity.BLOCKS),
    /// Arguments: how long it may be, how long it is, in characters.
    TOO_LONG(Severity.BLOCKS),
    /// Argument: how many there may be.
    TOO_MANY(Severity.BLOCKS),
    /// Invisible controls or characters that turn the reading order. Argument: the first, as `U+202E`.
    HIDDEN_CHARACTER(Severity.BLOCKS),
    /// Half a character, which cannot be written as UTF-8.
    BROKEN_TEXT(Severity.BLOCKS),
    /// Text that is not in Unicode normal form C; it would look the same and compare as different.
    NOT_NORMALISED(Severity.BLOCKS),
    /// The subject is read by every desk. It looks as if a person is named in it.
    LOOKS_LIKE_NAME(Severity.WARNS),
    LOOKS_LIKE_NUMBER(Severity.WARNS),

    NO_RECIPIENT(Severity.BLOCKS),
    /// Argument: the recipient; likewise below.
    RECIPIENT_UNKNOWN(Severity.BLOCKS),
    RECIPIENT_NOT_ACTIVE(Severity.BLOCKS),
    RECIPIENT_WITHOUT_KEYS(Severity.BLOCKS),
    RECIPIENT_NOT_A_PARTNER(Severity.BLOCKS),
    /// Statistics go to the member that the directory names as the Secretariat, and to nobody else.
    RECIPIENT_NOT_SECRETARIAT(Severity.BLOCKS),
    RECIPIENT_TWICE(Severity.BLOCKS),
    RECIPIENT_IS_SENDER(Severity.BLOCKS),
    /// Its citizen must not be made known to it.
    RECIPIENT_IS_STATE_OF_ORIGIN(Severity.BLOCKS),
    RECIPIENT_EXCLUDED(Severity.BLOCKS),
    /// The person wants that it is withheld from exactly that state or desk.
    RECIPIENT_WITHHELD(Severity.BLOCKS),
    /// The person needs an interpreter, or may, and none of the recipients lists one. Arguments: those who do.
    INTERPRETER_NOT_LISTED(Severity.WARNS),
    /// There is no such sharing group, or it never had that revision.
    GROUP_UNKNOWN(Severity.BLOCKS),
    /// Argument: the first day.
    GROUP_NOT_BEGUN(Severity.BLOCKS),
    GROUP_ENDED(Severity.BLOCKS),
    GROUP_EMPTY(Severity.BLOCKS),
    /// Since the group was chosen. Argument: the member; likewise below.
    GROUP_MEMBER_JOINED(Severity.BLOCKS),
    GROUP_MEMBER_LEFT(Severity.BLOCKS),
    /// It may not have this message, or nobody there may read it: nothing goes to the group.
    GROUP_MEMBER_SHUT(Severity.BLOCKS),
    /// A group is addressed whole, and this member is not among the recipients.
    GROUP_NOT_WHOLE(Severity.BLOCKS),
    /// Argument: the role.
    ROLE_EXCLUDED(Severity.BLOCKS),
    /// `EXCLUDE` names neither a member, nor a role of list `role`, nor a role of a member as `GT:POLICE`.
    AUTHORITY_UNKNOWN(Severity.BLOCKS),
    /// What opens only for some may be passed on to anyone. Argument: the mark.
    MARKING_TOO_WIDE(Severity.BLOCKS),

    /// The case is neither new nor one in which the officer may see something.
    CASE_UNKNOWN(Severity.BLOCKS),
    /// There is no such message to reply to, or none that the officer may see.
    MESSAGE_UNKNOWN(Severity.BLOCKS),
    /// Its writer has no access any more. Whoever lets it go vouches for it alone.
    WRITER_GONE(Severity.WARNS),

    /// Such messages are not corrected, but answered or written anew.
    KIND_NOT_CORRECTED(Severity.BLOCKS),
    /// What is corrected was corrected before: only its newest version is. Argument: the id of that.
    CORRECTED_BEFORE(Severity.BLOCKS),
    /// A correction goes to the same recipients, in the same case, under the same handling, and nobody else gets it.
    STAYS_AS_SENT(Severity.BLOCKS),
    /// A part that its corrector cannot read stays, and does not fit what the rest says now.
    KEPT_PART_DIFFERS(Severity.BLOCKS),

    /// A file is not here whole, or still being looked at. Argument: its number; likewise below.
    FILE_NOT_READY(Severity.BLOCKS),
    /// A file may not travel, and nothing of it is left.
    FILE_REFUSED(Severity.BLOCKS),
    /// Nobody has scanned a file for malware: a second person decides, where life and freedom can wait.
    FILE_NOT_SCANNED(Severity.WARNS),
    /// The files of a message stay with it when it is corrected; a correction brings none.
    FILES_STAY(Severity.BLOCKS),
    /// There are no such files, they are another officer's, or they have left with a message.
    FILES_UNKNOWN(Severity.BLOCKS),
    /// They were begun for a message in another case. Argument: which.
    FILES_OF_ANOTHER_CASE(Severity.BLOCKS),

    /// The header speaks of another kind of message than the content is.
    TYPE_MISMATCH(Severity.BLOCKS),
    /// Argument: the level that it must have at least.
    CHILD_RAISES_URGENCY(Severity.BLOCKS),
    /// A child is among the persons, but the header says that none is involved.
    CHILD_NOT_DECLARED(Severity.BLOCKS),
    H3_NEEDS_TEXT(Severity.BLOCKS),
    EVALUATION_REQUIRED(Severity.BLOCKS),
    VICTIM_PROTECTION_ONLY_MISSING(Severity.BLOCKS),

    CONSENT_MISSING(Severity.BLOCKS),
    /// The person said no, or was not asked, and nothing else carries it. Argument: the purpose.
    CONSENT_NOT_GIVEN(Severity.BLOCKS),
    /// The person took it back on that day or later. Argument: the purpose.
    CONSENT_WITHDRAWN(Severity.BLOCKS),
    CONSENT_REFERENCE_DIFFERS(Severity.BLOCKS),
    OVERRIDE_NEEDS_LEGAL_BASIS(Severity.BLOCKS),
    OVERRIDE_NEEDS_REASON(Severity.BLOCKS),
    /// The best interests of a child can only carry it for a child.
    OVERRIDE_ONLY_FOR_CHILD(Severity.BLOCKS),
    CONSULATE_NOT_WANTED(Severity.BLOCKS),
    /// The person said no to contact with the state that would be asked about nationality. Nothing outweighs it.
    CONTACT_REFUSED(Severity.BLOCKS),
    /// The person has fled from it, or nobody knows: that state is not asked.
    CONTACT_ENDANGERS_CLAIM(Severity.BLOCKS),
    /// A child needs a guardian; help goes out while one is still being named.
    GUARDIAN_REQUIRED(Severity.WARNS),

    RISK_BLOCK_MISSING(Severity.BLOCKS),
    RISK_INCOMPLETE(Severity.BLOCKS),
    RISK_NOT_ASSESSED(Severity.WARNS),

    /// Nobody is returned without having said, freely, that the return is wanted; likewise below.
    STATEMENT_MISSING(Severity.BLOCKS),
    STATEMENT_AHEAD(Severity.BLOCKS),
    /// It was said in none of the languages of the person.
    STATEMENT_NOT_UNDERSTOOD(Severity.BLOCKS),
    /// A claim to protection is open, or nobody knows whether one is.
    PROTECTION_CLAIM_PENDING(Severity.BLOCKS),
    PROCEEDINGS_UNKNOWN(Severity.BLOCKS),
    RECEPTION_MISSING(Severity.BLOCKS),
    /// Whether there are dependants is not known, or not the same as the list says.
    DEPENDANTS_NOT_LISTED(Severity.BLOCKS),
    RETURN_RISK_NOT_ASSESSED(Severity.BLOCKS),
    CHILD_ASSESSMENT_MISSING(Severity.BLOCKS),
    CHILD_RETURN_NEEDS_GUARDIAN(Severity.BLOCKS),
    CHILD_RETURN_RISK_HIGH(Severity.BLOCKS),
    RETURN_NOT_IN_BEST_INTERESTS(Severity.BLOCKS),
    /// The family may be involved: it is not looked for.
    FAMILY_CONTACT_REFUSED(Severity.BLOCKS),
    /// Somebody of the family is a danger to the person.
    FAMILY_MAY_HARM(Severity.WARNS),
    TESTIMONY_RISK_NOT_ASSESSED(Severity.BLOCKS),

    /// Not yet established, which never stands in the way of help.
    ACT_NOT_ESTABLISHED(Severity.WARNS),
    MEANS_NOT_ESTABLISHED(Severity.WARNS),
    PURPOSE_NOT_ESTABLISHED(Severity.WARNS),

    /// Fewer than three cases: coordinates no finer than 0.1°.
    TOO_EXACT_PLACE(Severity.BLOCKS),
    /// Fewer than three cases: dates no finer than a month.
    TOO_EXACT_DATE(Severity.BLOCKS),
    ENDS_BEFORE_IT_BEGINS(Severity.BLOCKS),
    /// A moment that still has to come has passed.
    DEADLINE_PASSED(Severity.BLOCKS),

    /// A question of this urgency would never be owed an answer.
    ROUTINE_OWES_NO_ANSWER(Severity.BLOCKS),
    /// What is meant for a court usually goes by mutual legal assistance.
    MLA_REFERENCE_MISSING(Severity.WARNS),
    /// It contradicts the kind of answer. Argument: the kind.
    NOT_WITH_THIS_ANSWER(Severity.BLOCKS),
    /// It contradicts the use that is asked for.
    NOT_WITH_THIS_USE(Severity.BLOCKS),
    /// Nobody is asked about a message that did not come from another contact point.
    NOT_PROVIDED_BY_OTHERS(Severity.BLOCKS),
    /// Only whoever provided a message decides about its use. Argument: the provider.
    RECIPIENT_IS_NOT_PROVIDER(Severity.BLOCKS),
    /// Nobody says that they met with what such a message tells of.
    KIND_NOT_CORROBORATED(Severity.BLOCKS),
    /// Whoever owns the message that it speaks of learns of it first. Argument: the owner.
    OWNER_NOT_ADDRESSED(Severity.BLOCKS),
    /// Nobody learns of a message by what is said about it. Argument: the recipient.
    RECIPIENT_IS_NO_HOLDER(Severity.BLOCKS),
    /// What is said about a message is handled as that message is.
    HANDLED_AS_THAT(Severity.BLOCKS),
    /// What should stand in a part that opens only for some is told in that part alone.
    SEALED_IN_ITS_PART(Severity.BLOCKS),
    /// A proposal is accepted by sending the correction to all who have the message; then that is said by itself.
    ACCEPTED_BY_CORRECTING(Severity.BLOCKS),
    /// It is no open proposal to change this message.
    NO_OPEN_PROPOSAL(Severity.BLOCKS),
    /// What it answers is not a request of that kind that came to this contact point.
    ANSWERS_NO_REQUEST(Severity.BLOCKS),
    /// An answer goes to who asked, and to nobody else. Argument: who asked.
    RECIPIENT_DID_NOT_ASK(Severity.BLOCKS),
    /// An answer stands in the case of its request.
    CASE_DIFFERS(Severity.BLOCKS),
    /// What is an exercise is answered as one. Argument: the mode of the request.
    MODE_DIFFERS(Severity.BLOCKS),
    /// Nobody here has taken the question on, so nobody has seen who the person is.
    NOT_YET_ACCEPTED(Severity.BLOCKS),
    /// It tells what was not asked.
    NOT_ASKED_FOR(Severity.BLOCKS),
    /// The handling of the request keeps it in this organisation. Argument: `H2` or the TLP mark.
    FORWARDING_NOT_ALLOWED(Severity.BLOCKS),
    /// The request has its final answer; this one is kept beside it.
    ALREADY_ANSWERED(Severity.WARNS),
    /// Argument: the list.
    NOT_IN_LIST(Severity.BLOCKS);

    public enum Severity {
        BLOCKS,
        WARNS
    }

    private final Severity severity;

    BreachCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
