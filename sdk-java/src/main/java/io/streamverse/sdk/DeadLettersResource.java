package io.streamverse.sdk;

import io.streamverse.sdk.model.App;
import io.streamverse.sdk.model.DeadLetter;
import io.streamverse.sdk.model.DeadLetterReplay;

/** Messages that no retry could help and that wait for a person. */
public final class DeadLettersResource {
    private final Transport transport;

    DeadLettersResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the dead letters.
     *
     * @param app the program that could not take them
     * @param params which part of the list
     * @return the first page
     */
    public Page<DeadLetter> list(App app, ListParams params) {
        return list(app, params, RequestOptions.none());
    }

    /**
     * Lists the dead letters.
     *
     * @param app the program that could not take them
     * @param params which part of the list
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listDeadLetters")
    public Page<DeadLetter> list(App app, ListParams params, RequestOptions options) {
        return transport.page(
                "/operator/v1/dead-letters", params.filter("app", app.value()), options, DeadLetter.class);
    }

    /**
     * Lets a program take a dead letter again, once its cause is repaired, and then those that waited behind it.
     *
     * @param app the program that could not take it
     * @param id the dead letter
     * @return how many events were taken: this one and those that waited behind it
     * @throws NotFoundException if there is no such dead letter
     */
    public DeadLetterReplay replay(App app, String id) {
        return replay(app, id, RequestOptions.none());
    }

    /**
     * Lets a program take a dead letter again, once its cause is repaired, and then those that waited behind it.
     *
     * @param app the program that could not take it
     * @param id the dead letter
     * @param options what this call does otherwise than the client
     * @return how many events were taken: this one and those that waited behind it
     * @throws NotFoundException if there is no such dead letter
     */
    @Operation("replayDeadLetter")
    public DeadLetterReplay replay(App app, String id, RequestOptions options) {
        return transport.call(
                Call.postTo(Call.path("/operator/v1/dead-letters/{}/replay", id), app),
                options,
                DeadLetterReplay.class);
    }
}
