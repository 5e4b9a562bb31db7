/// The contract for people: the document itself and a page that renders it, from this server alone.
/// No front door. Owns nothing; `make openapi` writes the document.
@Room
@NullMarked
package io.streamverse.server.reference;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
