package org.enlace.envelope;

/// Carries a refusal up to [Opener], which makes a value of it.
final class Refusing extends Exception {
    private final Refusal why;

    Refusing(Refusal why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Refusal why() {
        return why;
    }

    static void unless(boolean holds, Refusal why) throws Refusing {
        if (!holds) {
            throw new Refusing(why);
        }
    }
}
