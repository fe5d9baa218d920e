package org.enlace.node.casefile;

import java.security.SecureRandom;
import java.time.Clock;
import org.enlace.node.directory.CurrentDirectory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What keeping a case needs of the rest of the node.
@Component
record Surroundings(Clock clock, SecureRandom random, CurrentDirectory directory, ApplicationEventPublisher events) {}
