/// The modular monolith: public API, schedulers, listeners. One room per business noun.
@Configuration
@Requires(property = "app", value = "server")
@NullMarked
package io.streamverse.server;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
