package org.enlace.node.desk;

/// What was typed into the form of a step; it stays when something is wrong with it.
///
/// @param choice the answer to the one question with two answers: outside or not, told or not
/// @param worker pseudonym of the officer who is to work on the case
/// @param start day on which the work starts
/// @param key names this form, so that sent twice it writes once
record StepForm(
        String unit,
        String choice,
        String ground,
        String alternative,
        String note,
        String worker,
        String start,
        String key) {

    static StepForm accept(String worker, String start) {
        return new StepForm("", "", "", "", "", worker, start, "");
    }

    static StepForm forward(String unit, String outside) {
        return new StepForm(unit, outside, "", "", "", "", "", "");
    }

    static StepForm decline(String ground, String alternative) {
        return new StepForm("", "", ground, alternative, "", "", "", "");
    }

    static StepForm note(String note, String tell, String key) {
        return new StepForm("", tell, "", "", note, "", "", key);
    }

    /// Prints nothing: a note may hold anything.
    @Override
    public String toString() {
        return "[withheld]";
    }
}
