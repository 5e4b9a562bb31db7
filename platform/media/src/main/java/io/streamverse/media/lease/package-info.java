/// What workers say to the server over `/internal/jobs`, and what it answers.
@NullMarked
package io.streamverse.media.lease;

import org.jspecify.annotations.NullMarked;
