/// Whom we believe: certificate authorities of the operator's own, from a PEM file that a setting names.
/// Front door: Authority.
@NullMarked
package io.streamverse.kernel.tls;

import org.jspecify.annotations.NullMarked;
