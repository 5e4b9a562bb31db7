package io.streamverse.sdk;

import io.streamverse.sdk.model.Worker;

/** The machines that do media work. */
public final class WorkersResource {
    private final Transport transport;

    WorkersResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the workers, newest first: what each can do, and what it does now. One that was not heard of for two
     * minutes is {@code away}; after a day it is forgotten.
     *
     * @param params how many, and after which
     * @return one page; iterate over it for all of them
     */
    public Page<Worker> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists the workers, newest first: what each can do, and what it does now. One that was not heard of for two
     * minutes is {@code away}; after a day it is forgotten.
     *
     * @param params how many, and after which
     * @param options what this call does otherwise than the client
     * @return one page; iterate over it for all of them
     */
    @Operation("listWorkers")
    public Page<Worker> list(ListParams params, RequestOptions options) {
        return transport.page("/operator/v1/workers", params, options, Worker.class);
    }
}
