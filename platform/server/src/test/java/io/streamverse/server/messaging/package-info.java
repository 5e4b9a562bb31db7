/// Events on their way from one transaction to another.
@NullMarked
package io.streamverse.server.messaging;

import org.jspecify.annotations.NullMarked;
