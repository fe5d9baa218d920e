package org.enlace.node.access;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/// Addresses and networks from which a system calls.
final class Sources {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    /// Never a name: nobody is asked what it stands for.
    private static final Pattern FORM = Pattern.compile(
            "[0-9]{1,3}(\\.[0-9]{1,3}){3}(/[0-9]{1,2})?" + "|(?=[0-9a-fA-F:]*:)[0-9a-fA-F:]{2,39}(/[0-9]{1,3})?");

    private Sources() {}

    static List<String> split(String typed) {
        return Arrays.stream(BETWEEN.split(typed.strip(), -1))
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    static boolean isOne(String source) {
        if (!FORM.matcher(source).matches()) {
            return false;
        }
        try {
            return !new IpAddressMatcher(source).toString().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// @param sources empty for any
    static boolean cover(List<String> sources, String address) {
        return sources.isEmpty() || sources.stream().anyMatch(source -> new IpAddressMatcher(source).matches(address));
    }
}
