package org.enlace.arch.broken.lifecycle;

/// The broken classes by what they break.
public final class Fixtures {
    public static final Class<?> READS_THE_CLOCK = ReadsTheClock.class;
    public static final Class<?> READS_THE_SYSTEM_CLOCK = ReadsTheSystemClock.class;
    public static final Class<?> MAKES_AN_ID = MakesAnId.class;
    public static final Class<?> STARTS_A_THREAD = StartsAThread.class;
    public static final Class<?> USES_AN_EXECUTOR = UsesAnExecutor.class;

    private Fixtures() {}
}
