package org.enlace.node.exchange;

import org.springframework.stereotype.Component;

/// What sending writes.
@Component
record OutgoingRows(StreamRows streams, OutboxRows outbox, DeliveryRows deliveries) {}
