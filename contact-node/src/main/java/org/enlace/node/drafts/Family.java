package org.enlace.node.drafts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.handling.Handling;
import org.enlace.message.Breach;
import org.enlace.message.ChildInvolved;
import org.enlace.message.Compartment;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.node.access.Action;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.OpenedMessage;
import org.jspecify.annotations.Nullable;

/// What is particular to writing one kind of message. Recipients, urgency and handling are the same for all.
public interface Family {

    MessageType type();

    /// What an officer must be allowed to do to write it.
    Action writing();

    /// Key of the page's title.
    String title();

    /// The cards that come before recipients and urgency, because nothing may be shared without them.
    default List<Card> leading() {
        return List.of();
    }

    /// The cards between urgency and handling.
    List<Card> cards();

    /// The parts that some of its readers cannot open, beside what all see.
    List<Compartment> guarded();

    /// The cards that ask for one of these parts and for nothing else: who corrects a message and cannot read that part
    /// is not asked them. None where the form asks for it beside other things.
    default List<Card> askingFor(Compartment part) {
        return List.of();
    }

    Handling usualHandling();

    Message assemble(Answers answers);

    /// What was typed for a message, by name in the form, so that it can be corrected there: what this gives,
    /// `assemble` makes into the message again. Empty for kinds that are not corrected on a form.
    default Optional<Map<String, List<String>>> typed(Message message, Prefilled form) {
        return Optional.empty();
    }

    /// What the content says about children, whatever the officer ticked.
    default ChildInvolved childIn(Message message) {
        return ChildInvolved.NO;
    }

    /// Whether it is written only in reply to a message that is here.
    default boolean replies() {
        return false;
    }

    /// Whether a reply is handled as the message that it replies to, unless it says otherwise.
    default boolean handledAsReplied() {
        return false;
    }

    /// Whether a reply says why it is urgent: it begins with the reason of the message that it replies to.
    default boolean saysWhyUrgent() {
        return false;
    }

    /// With what handling a reply begins.
    default Handling handlingOf(OpenedMessage replied) {
        return usualHandling();
    }

    /// What a reply begins with beside what is the same for all, by name in the form.
    ///
    /// @param holder who shall have what is replied to, if the officer began with that
    default Map<String, List<String>> begun(OpenedMessage replied, @Nullable String holder) {
        return Map.of();
    }

    /// What this node knows against it beside the network's rules.
    ///
    /// @param replied what it replies to, as far as the officer may see it
    default List<Breach> against(Wanted wanted, @Nullable MessageEntry replied) {
        return List.of();
    }

    /// Where in the form a rule's complaint belongs: the beginning of the field's path in the message, and the form's
    /// field.
    Map<String, String> fields();
}
