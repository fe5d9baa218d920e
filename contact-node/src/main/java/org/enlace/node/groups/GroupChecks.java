package org.enlace.node.groups;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.enlace.code.Code;
import org.enlace.code.CodeLists;
import org.enlace.directory.Member;
import org.enlace.message.NodeId;
import org.enlace.node.NodeSettings;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.groups.GroupOutcome.Objection;
import org.enlace.node.groups.GroupOutcome.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What may be said about a group, and who may be in it.
@Component
class GroupChecks {
    static final int NAME_MAX = 80;
    static final int REFERENCE_MAX = 60;
    static final int WORDS_MAX = 500;
    /// As many as one message reaches.
    static final int MEMBERS_MAX = 64;

    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]");
    private static final Pattern MEMBER = Pattern.compile("[A-Z]{2}");

    private final CodeLists lists;
    private final CurrentDirectory directory;
    private final NodeSettings settings;
    private final Clock clock;

    GroupChecks(CodeLists lists, CurrentDirectory directory, NodeSettings settings, Clock clock) {
        this.lists = lists;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    List<Objection> described(String name, String purpose, String ownReference) {
        var against = new ArrayList<Objection>();
        if (name.isBlank()) {
            against.add(Objection.of(Point.NAME_MISSING));
        } else if (name.length() > NAME_MAX) {
            against.add(Objection.of(Point.NAME_LONG));
        }
        if (HIDDEN.matcher(name + ownReference).find()) {
            against.add(Objection.of(Point.CHARACTERS_HIDDEN));
        }
        if (!inUse("group-purpose", purpose)) {
            against.add(Objection.of(Point.PURPOSE_UNKNOWN));
        }
        if (ownReference.length() > REFERENCE_MAX) {
            against.add(Objection.of(Point.OWN_REFERENCE_LONG));
        }
        return against;
    }

    /// At most one year, and beginning within one.
    List<Objection> times(@Nullable LocalDate starts, @Nullable LocalDate ends) {
        var against = new ArrayList<Objection>();
        if (starts == null) {
            against.add(Objection.of(Point.FIRST_DAY_MISSING));
        } else if (starts.isBefore(today())) {
            against.add(Objection.of(Point.FIRST_DAY_PAST));
        } else if (starts.isAfter(today().plusYears(1))) {
            against.add(Objection.of(Point.FIRST_DAY_FAR));
        }
        if (ends == null) {
            against.add(Objection.of(Point.LAST_DAY_MISSING));
        } else if (starts != null && ends.isBefore(starts)) {
            against.add(Objection.of(Point.LAST_DAY_BEFORE_FIRST));
        } else if (starts != null && !ends.isBefore(starts.plusYears(1))) {
            against.add(Objection.of(Point.LAST_DAY_FAR));
        }
        return against;
    }

    /// A year from today at most, however often.
    List<Objection> prolonged(Group group, @Nullable LocalDate ends) {
        if (ends == null) {
            return List.of(Objection.of(Point.LAST_DAY_MISSING));
        }
        if (!ends.isAfter(group.ends())) {
            return List.of(Objection.of(Point.LAST_DAY_NOT_LATER));
        }
        var from = group.starts().isAfter(today()) ? group.starts() : today();
        return ends.isBefore(from.plusYears(1)) ? List.of() : List.of(Objection.of(Point.LAST_DAY_FAR));
    }

    /// @param present who is in it already
    List<Objection> joining(List<String> codes, List<NodeId> present) {
        var against = new ArrayList<Objection>();
        for (var code : codes) {
            against.addAll(joining(code, present));
        }
        if (codes.size() + present.size() > MEMBERS_MAX) {
            against.add(Objection.of(Point.MEMBERS_TOO_MANY));
        }
        return against;
    }

    private List<Objection> joining(String code, List<NodeId> present) {
        if (!MEMBER.matcher(code).matches()
                || directory.current().member(new NodeId(code)).isEmpty()) {
            return List.of(new Objection(Point.MEMBER_UNKNOWN, ""));
        }
        var member = new NodeId(code);
        if (member.equals(directory.code())) {
            return List.of(new Objection(Point.MEMBER_IS_SELF, code));
        }
        if (directory.partners().stream().map(Member::code).noneMatch(member::equals)) {
            return List.of(new Objection(Point.MEMBER_NO_PARTNER, code));
        }
        return present.contains(member) ? List.of(new Objection(Point.MEMBER_IS_IN, code)) : List.of();
    }

    static List<Objection> leaving(List<String> codes, List<NodeId> present) {
        return codes.stream()
                .filter(code -> present.stream().map(NodeId::value).noneMatch(code::equals))
                .map(code ->
                        new Objection(Point.MEMBER_NOT_IN, MEMBER.matcher(code).matches() ? code : ""))
                .toList();
    }

    static List<Objection> said(List<String> members, @Nullable String note) {
        var against = new ArrayList<Objection>();
        if (members.isEmpty()) {
            against.add(Objection.of(Point.MEMBERS_MISSING));
        }
        if (note != null && note.length() > WORDS_MAX) {
            against.add(Objection.of(Point.CHANGE_NOTE_LONG));
        }
        return against;
    }

    static List<Objection> reason(String reason) {
        if (reason.isBlank()) {
            return List.of(Objection.of(Point.CHANGE_REASON_MISSING));
        }
        return reason.length() > WORDS_MAX ? List.of(Objection.of(Point.CHANGE_REASON_LONG)) : List.of();
    }

    boolean inUse(String list, String code) {
        return lists.list(list).codes().stream()
                .filter(Code::inUse)
                .anyMatch(known -> known.code().equals(code));
    }
}
