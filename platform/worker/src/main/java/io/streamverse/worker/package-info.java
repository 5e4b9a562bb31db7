/// The media worker. Needs nothing but outbound HTTP to the server, so that it runs on any machine with a processor.
@Configuration
@Requires(property = "app", value = "worker")
@NullMarked
package io.streamverse.worker;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
