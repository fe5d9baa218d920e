package org.enlace.node.contacts;

import java.util.List;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;

/// The proposal to pass the role of the Secretariat on.
///
/// @param holder who has it, in a sentence
/// @param notes what passing it on means
/// @param members to whom it could pass; none but the empty choice if to nobody
public record SecretariatScreen(String holder, List<String> notes, Field member, List<Choice> members) {}
