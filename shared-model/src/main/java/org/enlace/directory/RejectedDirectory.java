package org.enlace.directory;

/// Carries a refusal from the rule that made it to [DirectoryVerifier], which turns it into a value. Never leaves this
/// package.
final class RejectedDirectory extends Exception {
    private static final long serialVersionUID = 1L;

    private final DirectoryRejection why;

    RejectedDirectory(DirectoryRejection why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    static void unless(boolean rule, DirectoryRejection why) throws RejectedDirectory {
        if (!rule) {
            throw new RejectedDirectory(why);
        }
    }

    DirectoryRejection why() {
        return why;
    }
}
