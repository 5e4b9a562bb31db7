/// What may go wrong, said once: domain exceptions without HTTP, one handler that turns them into RFC 9457 problems.
@NullMarked
package io.streamverse.kernel.problem;

import org.jspecify.annotations.NullMarked;
