package io.streamverse.sdk;

import io.streamverse.sdk.model.CreateLadder;
import io.streamverse.sdk.model.Ladder;
import io.streamverse.sdk.model.UpdateLadder;

/** What renditions an encode makes: the built-in ladders, named after their codecs, and your own. */
public final class LaddersResource {
    private final Transport transport;

    LaddersResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Makes a ladder.
     *
     * @param ladder its name and rungs, the best of each codec last
     * @return the ladder, in its first version
     * @throws ValidationException if the rungs make no sense; its field errors point at them
     * @throws ConflictException if the name is taken
     */
    public Ladder create(CreateLadder ladder) {
        return create(ladder, RequestOptions.none());
    }

    /**
     * Makes a ladder.
     *
     * @param ladder its name and rungs, the best of each codec last
     * @param options what this call does otherwise than the client
     * @return the ladder, in its first version
     * @throws ValidationException if the rungs make no sense; its field errors point at them
     * @throws ConflictException if the name is taken
     */
    @Operation("createLadder")
    public Ladder create(CreateLadder ladder, RequestOptions options) {
        return transport.call(Call.post("/v1/ladders", ladder), options, Ladder.class);
    }

    /**
     * Lists the ladders: your own, newest first, then the built-in ones.
     *
     * @param params which part of the list
     * @return the first page
     */
    public Page<Ladder> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists the ladders: your own, newest first, then the built-in ones.
     *
     * @param params which part of the list
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listLadders")
    public Page<Ladder> list(ListParams params, RequestOptions options) {
        return transport.page("/v1/ladders", params, options, Ladder.class);
    }

    /**
     * Reads a ladder as it is.
     *
     * @param id the ladder's id, such as {@code lad_…}, or its name, such as {@code h264}
     * @return the ladder
     * @throws NotFoundException if there is no such ladder
     */
    public Ladder get(String id) {
        return get(id, RequestOptions.none());
    }

    /**
     * Reads a ladder as it is.
     *
     * @param id the ladder's id, such as {@code lad_…}, or its name, such as {@code h264}
     * @param options what this call does otherwise than the client
     * @return the ladder
     * @throws NotFoundException if there is no such ladder
     */
    @Operation("getLadder")
    public Ladder get(String id, RequestOptions options) {
        return transport.call(Call.get(Call.path("/v1/ladders/{}", id)), options, Ladder.class);
    }

    /**
     * Reads a ladder as it was; by its id, also one that was deleted.
     *
     * @param id the ladder's id, such as {@code lad_…}, or its name, such as {@code h264}
     * @param version which version, from 1
     * @return the ladder
     * @throws NotFoundException if there is no such ladder, or never was in this version
     */
    public Ladder get(String id, int version) {
        return get(id, version, RequestOptions.none());
    }

    /**
     * Reads a ladder as it was; by its id, also one that was deleted.
     *
     * @param id the ladder's id, such as {@code lad_…}, or its name, such as {@code h264}
     * @param version which version, from 1
     * @param options what this call does otherwise than the client
     * @return the ladder
     * @throws NotFoundException if there is no such ladder, or never was in this version
     */
    @Operation("getLadder")
    public Ladder get(String id, int version, RequestOptions options) {
        return transport.call(
                Call.get(Call.path("/v1/ladders/{}", id), "version", String.valueOf(version)), options, Ladder.class);
    }

    /**
     * Reads a ladder together with the mark of its state, for a change that must not overwrite another.
     *
     * @param id the ladder's id, such as {@code lad_…}, or its name, such as {@code h264}
     * @return the ladder and its ETag
     * @throws NotFoundException if there is no such ladder
     */
    public Versioned<Ladder> getVersioned(String id) {
        return getVersioned(id, RequestOptions.none());
    }

    /**
     * Reads a ladder together with the mark of its state, for a change that must not overwrite another.
     *
     * @param id the ladder's id, such as {@code lad_…}, or its name, such as {@code h264}
     * @param options what this call does otherwise than the client
     * @return the ladder and its ETag
     * @throws NotFoundException if there is no such ladder
     */
    @Operation("getLadder")
    public Versioned<Ladder> getVersioned(String id, RequestOptions options) {
        return transport.versioned(Call.get(Call.path("/v1/ladders/{}", id)), options, Ladder.class);
    }

    /**
     * Makes a ladder's next version. Encodes that run keep the one that they began with.
     *
     * @param id the ladder's id, such as {@code lad_…}, or its name, such as {@code h264}
     * @param patch the fields to change; lists are replaced as a whole, one never set stays
     * @return the ladder as it is now
     * @throws NotFoundException if there is no such ladder
     * @throws ConflictException if it is a built-in one
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    public Ladder update(String id, UpdateLadder patch) {
        return update(id, patch, RequestOptions.none());
    }

    /**
     * Makes a ladder's next version. Encodes that run keep the one that they began with.
     *
     * @param id the ladder's id, such as {@code lad_…}, or its name, such as {@code h264}
     * @param patch the fields to change; lists are replaced as a whole, one never set stays
     * @param options what this call does otherwise than the client
     * @return the ladder as it is now
     * @throws NotFoundException if there is no such ladder
     * @throws ConflictException if it is a built-in one
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    @Operation("updateLadder")
    public Ladder update(String id, UpdateLadder patch, RequestOptions options) {
        return transport.call(Call.patch(Call.path("/v1/ladders/{}", id), patch), options, Ladder.class);
    }

    /**
     * Deletes a ladder. Encodes that run are not touched, and its versions can still be read by id.
     *
     * @param id the ladder's id, such as {@code lad_…}, or its name, such as {@code h264}
     * @throws NotFoundException if there is no such ladder; also when a first attempt took effect and only its answer was lost
     * @throws ConflictException if it is a built-in one
     */
    public void delete(String id) {
        delete(id, RequestOptions.none());
    }

    /**
     * Deletes a ladder. Encodes that run are not touched, and its versions can still be read by id.
     *
     * @param id the ladder's id, such as {@code lad_…}, or its name, such as {@code h264}
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if there is no such ladder; also when a first attempt took effect and only its answer was lost
     * @throws ConflictException if it is a built-in one
     */
    @Operation("deleteLadder")
    public void delete(String id, RequestOptions options) {
        transport.callWithoutAnswer(Call.delete(Call.path("/v1/ladders/{}", id)), options);
    }
}
