package org.enlace.handling;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// How far to believe it, `B2`: reliability of the source (`A` always, `B` mostly, `C` mostly not, `X` cannot be
/// assessed) and accuracy of the information (1 not in doubt, 2 known to the source, 3 corroborated, 4 cannot be
/// corroborated). Source: Regulation (EU) 2016/794 Art. 29.
public record Evaluation(Source source, int accuracy) {

    public enum Source {
        A,
        B,
        C,
        X
    }

    public Evaluation {
        if (accuracy < 1 || accuracy > 4) {
            throw new IllegalArgumentException("Accuracy is 1 to 4");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Evaluation parse(String text) {
        if (!text.matches("[ABCX][1-4]")) {
            throw new IllegalArgumentException("An evaluation looks like B2");
        }
        return new Evaluation(Source.valueOf(text.substring(0, 1)), text.charAt(1) - '0');
    }

    @JsonValue
    public String code() {
        return source.name() + accuracy;
    }

    @Override
    public String toString() {
        return code();
    }
}
