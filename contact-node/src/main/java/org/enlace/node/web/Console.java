package org.enlace.node.web;

import org.springframework.stereotype.Component;

/// What is the same for every page of this node.
@Component
record Console(ConsoleSettings settings, Texts texts, Assets assets, Navigation navigation) {}
