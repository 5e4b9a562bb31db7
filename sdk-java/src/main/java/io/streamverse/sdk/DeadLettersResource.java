package io.streamverse.sdk;

import io.streamverse.sdk.model.DeadLetter;

/** Messages that no retry could help and that wait for a person. */
public final class DeadLettersResource {
    private final Transport transport;

    DeadLettersResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the dead letters.
     *
     * @param params which part of the list
     * @return the first page
     */
    public Page<DeadLetter> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists the dead letters.
     *
     * @param params which part of the list
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listDeadLetters")
    public Page<DeadLetter> list(ListParams params, RequestOptions options) {
        return transport.page("/operator/v1/dead-letters", params, options, DeadLetter.class);
    }

    /**
     * Delivers a dead letter to its consumer again, once its cause is repaired.
     *
     * @param id the dead letter
     * @return the dead letter
     * @throws NotFoundException if there is no such dead letter
     */
    public DeadLetter replay(String id) {
        return replay(id, RequestOptions.none());
    }

    /**
     * Delivers a dead letter to its consumer again, once its cause is repaired.
     *
     * @param id the dead letter
     * @param options what this call does otherwise than the client
     * @return the dead letter
     * @throws NotFoundException if there is no such dead letter
     */
    @Operation("replayDeadLetter")
    public DeadLetter replay(String id, RequestOptions options) {
        return transport.call(
                Call.post(Call.path("/operator/v1/dead-letters/{}/replay", id), null), options, DeadLetter.class);
    }
}
