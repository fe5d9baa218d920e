package org.enlace.handling;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A restriction that machines enforce, a code of list `caveat`, some with an argument: `EXCLUDE(GT:POLICE)`,
/// `DESTROY_AFTER(2027-05-01)`. One that we do not know is kept and shown.
///
/// @param argument what the code is about, without brackets, at most 64 characters
public record Caveat(String code, @Nullable String argument) {
    private static final String EXCLUDE = "EXCLUDE";
    private static final String DESTROY_AFTER = "DESTROY_AFTER";
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final Pattern ARGUMENT = Pattern.compile("[\\p{L}\\p{N}:._ -]{1,64}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern FORM = Pattern.compile("([A-Z0-9_]+)(?:\\(([^()]+)\\))?");

    /// Not for migration control, prosecution of the person, or analysis.
    public static final Caveat VICTIM_PROTECTION_ONLY = new Caveat("VICTIM_PROTECTION_ONLY", null);
    /// The person fears or refuses contact with the state of origin.
    public static final Caveat NO_CONSULAR_CONTACT = new Caveat("NO_CONSULAR_CONTACT", null);
    public static final Caveat NO_FAMILY_CONTACT = new Caveat("NO_FAMILY_CONTACT", null);
    public static final Caveat NO_AUTO_MATCH = new Caveat("NO_AUTO_MATCH", null);
    public static final Caveat SOURCE_PROTECT = new Caveat("SOURCE_PROTECT", null);
    public static final Caveat CHILD = new Caveat("CHILD", null);
    public static final Caveat NO_ATTACHMENT_EXPORT = new Caveat("NO_ATTACHMENT_EXPORT", null);

    public Caveat {
        if (!CODE.matcher(code).matches()
                || (argument != null && !ARGUMENT.matcher(argument).matches())) {
            throw new IllegalArgumentException("A caveat looks like CHILD or EXCLUDE(GT:POLICE)");
        }
        if (code.equals(EXCLUDE) && argument == null) {
            throw new IllegalArgumentException("EXCLUDE needs an authority such as GT:POLICE");
        }
        if (code.equals(DESTROY_AFTER)
                && (argument == null || !DATE.matcher(argument).matches())) {
            throw new IllegalArgumentException("DESTROY_AFTER needs a date such as 2027-05-01");
        }
    }

    /// This authority gets no key, because of corruption or a conflict of interest.
    ///
    /// @param authority a member `GT`, a role `POLICE`, or a role of one member `GT:POLICE`
    public static Caveat exclude(String authority) {
        return new Caveat(EXCLUDE, authority);
    }

    public static Caveat destroyAfter(LocalDate date) {
        return new Caveat(DESTROY_AFTER, date.toString());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Caveat parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A caveat looks like CHILD or EXCLUDE(GT:POLICE)");
        }
        return new Caveat(parts.group(1), parts.group(2));
    }

    /// The authority to leave out, if this is such a caveat.
    public Optional<String> excluded() {
        return code.equals(EXCLUDE) ? Optional.ofNullable(argument) : Optional.empty();
    }

    @JsonValue
    public String text() {
        return argument == null ? code : code + "(" + argument + ")";
    }

    @Override
    public String toString() {
        return text();
    }
}
