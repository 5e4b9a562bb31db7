/// What every endpoint shares: request ids, strict JSON, pages with opaque cursors, ETags, merge patch, idempotency.
@NullMarked
package io.streamverse.kernel.http;

import org.jspecify.annotations.NullMarked;
