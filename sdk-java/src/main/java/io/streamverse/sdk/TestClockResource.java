package io.streamverse.sdk;

import io.streamverse.sdk.model.AdvanceTestClock;
import io.streamverse.sdk.model.TestClock;

/** The clock of a test environment, by which its periods, quotas and invoices go. */
public final class TestClockResource {
    private final Transport transport;

    TestClockResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Reads where the clock is, and whether billing has done all that fell due.
     *
     * @return the clock
     * @throws ConflictException if the key is of the live environment
     */
    public TestClock get() {
        return get(RequestOptions.none());
    }

    /**
     * Reads where the clock is, and whether billing has done all that fell due.
     *
     * @param options what this call does otherwise than the client
     * @return the clock
     * @throws ConflictException if the key is of the live environment
     */
    @Operation("getTestClock")
    public TestClock get(RequestOptions options) {
        return transport.call(Call.get("/v1/test-clock"), options, TestClock.class);
    }

    /**
     * Moves the clock forward. Ask {@link #get()} until it is ready.
     *
     * @param step where to
     * @return the clock, on its way
     * @throws ConflictException if the key is of the live environment
     * @throws ValidationException if the clock is there already, or it is too far
     */
    public TestClock advance(AdvanceTestClock step) {
        return advance(step, RequestOptions.none());
    }

    /**
     * Moves the clock forward. Ask {@link #get()} until it is ready.
     *
     * @param step where to
     * @param options what this call does otherwise than the client
     * @return the clock, on its way
     * @throws ConflictException if the key is of the live environment
     * @throws ValidationException if the clock is there already, or it is too far
     */
    @Operation("advanceTestClock")
    public TestClock advance(AdvanceTestClock step, RequestOptions options) {
        return transport.call(Call.post("/v1/test-clock/advance", step), options, TestClock.class);
    }
}
