package io.streamverse.sdk;

import io.streamverse.sdk.model.PlaybackSession;

/** Who plays and played what; playbacks can be revoked. */
public final class PlaybackSessionsResource {
    private final Transport transport;

    PlaybackSessionsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists playback sessions, newest first.
     *
     * @param params which part of the list; filters are {@code viewerId}, {@code titleId} and {@code state}
     * @return the first page
     */
    public Page<PlaybackSession> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists playback sessions, newest first.
     *
     * @param params which part of the list; filters are {@code viewerId}, {@code titleId} and {@code state}
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listPlaybackSessions")
    public Page<PlaybackSession> list(ListParams params, RequestOptions options) {
        return transport.page("/v1/playback-sessions", params, options, PlaybackSession.class);
    }

    /**
     * Reads a playback session.
     *
     * @param id the session's id, {@code pbs_…}
     * @return the session
     * @throws NotFoundException if there is no such session
     */
    public PlaybackSession get(String id) {
        return get(id, RequestOptions.none());
    }

    /**
     * Reads a playback session.
     *
     * @param id the session's id, {@code pbs_…}
     * @param options what this call does otherwise than the client
     * @return the session
     * @throws NotFoundException if there is no such session
     */
    @Operation("getPlaybackSession")
    public PlaybackSession get(String id, RequestOptions options) {
        return transport.call(Call.get(Call.path("/v1/playback-sessions/{}", id)), options, PlaybackSession.class);
    }

    /**
     * Revokes a playback: it gets no renewal, key or licence any more, and its place is free. One that has ended stays as
     * it is.
     *
     * @param id the session's id, {@code pbs_…}
     * @throws NotFoundException if there is no such session
     */
    public void revoke(String id) {
        revoke(id, RequestOptions.none());
    }

    /**
     * Revokes a playback: it gets no renewal, key or licence any more, and its place is free. One that has ended stays as
     * it is.
     *
     * @param id the session's id, {@code pbs_…}
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if there is no such session
     */
    @Operation("revokePlaybackSession")
    public void revoke(String id, RequestOptions options) {
        transport.callWithoutAnswer(Call.delete(Call.path("/v1/playback-sessions/{}", id)), options);
    }
}
