package org.enlace.node.desk;

/// What was typed into the form of a step; it stays when something is wrong with it.
///
/// @param choice the answer to the one question with two answers: outside or not, told or not
record StepForm(String unit, String choice, String ground, String alternative, String note) {
    /// Prints nothing: a note may hold anything.
    @Override
    public String toString() {
        return "[withheld]";
    }
}
