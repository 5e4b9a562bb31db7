/// The public contract: what every program describes of itself at compile time, merged into the one reviewed document
/// `openapi/v1.yaml`.
@NullMarked
package io.streamverse.openapi;

import org.jspecify.annotations.NullMarked;
