/// Events between rooms: written with the state they speak of (Outbox), sent to Kafka by the relay, taken once by each
/// consumer (Inbox), and kept as dead letters when a consumer cannot take them.
@NullMarked
package io.streamverse.kernel.messaging;

import org.jspecify.annotations.NullMarked;
