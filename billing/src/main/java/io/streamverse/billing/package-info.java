/// Plans, subscriptions and, later, usage and invoices; with a database of its own. Only the server speaks to it.
@Configuration
@Requires(property = "app", value = "billing")
@NullMarked
package io.streamverse.billing;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
