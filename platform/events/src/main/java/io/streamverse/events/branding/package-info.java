@NullMarked
package io.streamverse.events.branding;

import org.jspecify.annotations.NullMarked;
