@NullMarked
package io.streamverse.events.tenants;

import org.jspecify.annotations.NullMarked;
