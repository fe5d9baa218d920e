package org.enlace.node.recall;

import java.util.List;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;

/// The page on which a message is taken back.
///
/// @param recipients who is asked, as the reader calls them
public record RecallScreen(
        String reference, String message, String headline, String recipients, Field reason, List<Choice> reasons) {}
