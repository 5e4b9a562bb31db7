/// What players tell of how it goes. Plenty, believed for quality and never for billing.
@NullMarked
package io.streamverse.events.qoe;

import org.jspecify.annotations.NullMarked;
