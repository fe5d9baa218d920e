package org.enlace.node.desk;

import java.util.Locale;

/// A step that is taken on a page of its own.
public enum Step {
    ACCEPT("desk.step.accept", "desk.step.accept.effect"),
    FORWARD("desk.step.forward", "desk.step.forward.effect"),
    DECLINE("desk.step.decline", "desk.step.decline.effect"),
    NOTE("desk.step.note", "desk.step.note.effect");

    private final String title;
    private final String effect;

    Step(String title, String effect) {
        this.title = title;
        this.effect = effect;
    }

    /// Text key of its name.
    public String title() {
        return title;
    }

    /// Text key of what it does on the other side.
    public String effect() {
        return effect;
    }

    /// Its form in an address.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
