package io.streamverse.bench;

import com.sun.management.ThreadMXBean;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.swagger.v3.oas.annotations.Hidden;
import java.lang.management.ManagementFactory;

/// Bytes that all threads of the program have allocated so far.
@Hidden
@Controller("/v1/bench-allocated")
@Requires(property = "app", value = "server")
@Requires(property = HelloController.SWITCH)
class AllocatedController {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Get
    @RequiredScope(Scope.BRANDING_READ)
    Allocated get() {
        return new Allocated(threads.getTotalThreadAllocatedBytes());
    }

    record Allocated(long bytes) {}
}
