package io.streamverse.sdk;

import io.streamverse.sdk.model.CreateTitle;
import io.streamverse.sdk.model.Title;
import io.streamverse.sdk.model.UpdateTitle;

/** What viewers find and watch: titles, with their texts, rights and the asset each plays. */
public final class TitlesResource {
    private final Transport transport;

    TitlesResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Makes a title, as a draft.
     *
     * @param title what is known of it already; at least its kind
     * @return the title, as a draft
     * @throws ValidationException if a text, language, territory or address makes no sense; its field errors point at it
     * @throws ConflictException if another title has its externalId
     */
    public Title create(CreateTitle title) {
        return create(title, RequestOptions.none());
    }

    /**
     * Makes a title, as a draft.
     *
     * @param title what is known of it already; at least its kind
     * @param options what this call does otherwise than the client
     * @return the title, as a draft
     * @throws ValidationException if a text, language, territory or address makes no sense; its field errors point at it
     * @throws ConflictException if another title has its externalId
     */
    @Operation("createTitle")
    public Title create(CreateTitle title, RequestOptions options) {
        return transport.call(Call.post("/v1/titles", title), options, Title.class);
    }

    /**
     * Lists the titles, newest first.
     *
     * @param params which part of the list; {@code state}, {@code externalId} and {@code rated} are filters
     * @return the first page
     */
    public Page<Title> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists the titles, newest first.
     *
     * @param params which part of the list; {@code state}, {@code externalId} and {@code rated} are filters
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listTitles")
    public Page<Title> list(ListParams params, RequestOptions options) {
        return transport.page("/v1/titles", params, options, Title.class);
    }

    /**
     * Reads a title.
     *
     * @param id the title's id, such as {@code ttl_…}
     * @return the title, in all its languages
     * @throws NotFoundException if there is no such title
     */
    public Title get(String id) {
        return get(id, RequestOptions.none());
    }

    /**
     * Reads a title.
     *
     * @param id the title's id, such as {@code ttl_…}
     * @param options what this call does otherwise than the client
     * @return the title, in all its languages
     * @throws NotFoundException if there is no such title
     */
    @Operation("getTitle")
    public Title get(String id, RequestOptions options) {
        return transport.call(Call.get(Call.path("/v1/titles/{}", id)), options, Title.class);
    }

    /**
     * Reads a title together with the mark of its state, for a change that must not overwrite another.
     *
     * @param id the title's id, such as {@code ttl_…}
     * @return the title and its ETag
     * @throws NotFoundException if there is no such title
     */
    public Versioned<Title> getVersioned(String id) {
        return getVersioned(id, RequestOptions.none());
    }

    /**
     * Reads a title together with the mark of its state, for a change that must not overwrite another.
     *
     * @param id the title's id, such as {@code ttl_…}
     * @param options what this call does otherwise than the client
     * @return the title and its ETag
     * @throws NotFoundException if there is no such title
     */
    @Operation("getTitle")
    public Versioned<Title> getVersioned(String id, RequestOptions options) {
        return transport.versioned(Call.get(Call.path("/v1/titles/{}", id)), options, Title.class);
    }

    /**
     * Changes a title. A published one stays published.
     *
     * @param id the title's id, such as {@code ttl_…}
     * @param patch the fields to change; lists are replaced as a whole, one never set stays
     * @return the title as it is now
     * @throws NotFoundException if there is no such title
     * @throws ConflictException if it is published and would then lack a name or a ready asset
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    public Title update(String id, UpdateTitle patch) {
        return update(id, patch, RequestOptions.none());
    }

    /**
     * Changes a title. A published one stays published.
     *
     * @param id the title's id, such as {@code ttl_…}
     * @param patch the fields to change; lists are replaced as a whole, one never set stays
     * @param options what this call does otherwise than the client
     * @return the title as it is now
     * @throws NotFoundException if there is no such title
     * @throws ConflictException if it is published and would then lack a name or a ready asset
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    @Operation("updateTitle")
    public Title update(String id, UpdateTitle patch, RequestOptions options) {
        return transport.call(Call.patch(Call.path("/v1/titles/{}", id), patch), options, Title.class);
    }

    /**
     * Deletes a title, published or not. Its asset stays.
     *
     * @param id the title's id, such as {@code ttl_…}
     * @throws NotFoundException if there is no such title; also when a first attempt took effect and only its answer was lost
     */
    public void delete(String id) {
        delete(id, RequestOptions.none());
    }

    /**
     * Deletes a title, published or not. Its asset stays.
     *
     * @param id the title's id, such as {@code ttl_…}
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if there is no such title; also when a first attempt took effect and only its answer was lost
     */
    @Operation("deleteTitle")
    public void delete(String id, RequestOptions options) {
        transport.callWithoutAnswer(Call.delete(Call.path("/v1/titles/{}", id)), options);
    }

    /**
     * Lets viewers find a title. One that they find already stays as it is.
     *
     * @param id the title's id, such as {@code ttl_…}
     * @return the title, published
     * @throws NotFoundException if there is no such title
     * @throws ConflictException if it lacks a name or a ready asset; the problem's errors say what
     */
    public Title publish(String id) {
        return publish(id, RequestOptions.none());
    }

    /**
     * Lets viewers find a title. One that they find already stays as it is.
     *
     * @param id the title's id, such as {@code ttl_…}
     * @param options what this call does otherwise than the client
     * @return the title, published
     * @throws NotFoundException if there is no such title
     * @throws ConflictException if it lacks a name or a ready asset; the problem's errors say what
     */
    @Operation("publishTitle")
    public Title publish(String id, RequestOptions options) {
        return transport.call(Call.post(Call.path("/v1/titles/{}", id) + "/publication", null), options, Title.class);
    }

    /**
     * Makes a title a draft again. Nobody can begin to watch it then.
     *
     * @param id the title's id, such as {@code ttl_…}
     * @throws NotFoundException if there is no such title
     */
    public void unpublish(String id) {
        unpublish(id, RequestOptions.none());
    }

    /**
     * Makes a title a draft again. Nobody can begin to watch it then.
     *
     * @param id the title's id, such as {@code ttl_…}
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if there is no such title
     */
    @Operation("unpublishTitle")
    public void unpublish(String id, RequestOptions options) {
        transport.callWithoutAnswer(Call.delete(Call.path("/v1/titles/{}", id) + "/publication"), options);
    }
}
