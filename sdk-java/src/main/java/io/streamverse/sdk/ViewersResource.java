package io.streamverse.sdk;

import io.streamverse.sdk.model.Viewer;
import io.streamverse.sdk.model.ViewerSession;

/** Who watches, and where they are signed in. */
public final class ViewersResource {
    private final Transport transport;

    ViewersResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the viewers, newest first.
     *
     * @param params which part of the list; {@code externalId} and {@code email} filter it
     * @return the first page
     */
    public Page<Viewer> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists the viewers, newest first.
     *
     * @param params which part of the list; {@code externalId} and {@code email} filter it
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listViewers")
    public Page<Viewer> list(ListParams params, RequestOptions options) {
        return transport.page("/v1/viewers", params, options, Viewer.class);
    }

    /**
     * Reads a viewer.
     *
     * @param id the viewer's id, such as {@code vwr_…}
     * @return the viewer
     * @throws NotFoundException if there is no such viewer
     */
    public Viewer get(String id) {
        return get(id, RequestOptions.none());
    }

    /**
     * Reads a viewer.
     *
     * @param id the viewer's id, such as {@code vwr_…}
     * @param options what this call does otherwise than the client
     * @return the viewer
     * @throws NotFoundException if there is no such viewer
     */
    @Operation("getViewer")
    public Viewer get(String id, RequestOptions options) {
        return transport.call(Call.get(Call.path("/v1/viewers/{}", id)), options, Viewer.class);
    }

    /**
     * Lists where a viewer is, and lately was, signed in, newest first.
     *
     * @param id the viewer's id, such as {@code vwr_…}
     * @param params which part of the list
     * @return the first page
     * @throws NotFoundException if there is no such viewer
     */
    public Page<ViewerSession> sessions(String id, ListParams params) {
        return sessions(id, params, RequestOptions.none());
    }

    /**
     * Lists where a viewer is, and lately was, signed in, newest first.
     *
     * @param id the viewer's id, such as {@code vwr_…}
     * @param params which part of the list
     * @param options what this call does otherwise than the client
     * @return the first page
     * @throws NotFoundException if there is no such viewer
     */
    @Operation("listViewerSessions")
    public Page<ViewerSession> sessions(String id, ListParams params, RequestOptions options) {
        return transport.page(Call.path("/v1/viewers/{}/sessions", id), params, options, ViewerSession.class);
    }

    /**
     * Signs a viewer out somewhere: nothing is refreshed and nothing new plays any more.
     *
     * @param id the viewer's id, such as {@code vwr_…}
     * @param sessionId the session's id, such as {@code vse_…}
     * @throws NotFoundException if there is no such viewer, or no such session of theirs
     */
    public void revokeSession(String id, String sessionId) {
        revokeSession(id, sessionId, RequestOptions.none());
    }

    /**
     * Signs a viewer out somewhere: nothing is refreshed and nothing new plays any more.
     *
     * @param id the viewer's id, such as {@code vwr_…}
     * @param sessionId the session's id, such as {@code vse_…}
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if there is no such viewer, or no such session of theirs
     */
    @Operation("revokeViewerSession")
    public void revokeSession(String id, String sessionId, RequestOptions options) {
        transport.callWithoutAnswer(
                Call.delete(Call.path("/v1/viewers/{}", id) + Call.path("/sessions/{}", sessionId)), options);
    }

    /**
     * Takes the PINs of all of a viewer's profiles away, for who has forgotten them.
     *
     * @param id the viewer's id, such as {@code vwr_…}
     * @throws NotFoundException if there is no such viewer
     */
    public void removePins(String id) {
        removePins(id, RequestOptions.none());
    }

    /**
     * Takes the PINs of all of a viewer's profiles away, for who has forgotten them.
     *
     * @param id the viewer's id, such as {@code vwr_…}
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if there is no such viewer
     */
    @Operation("removeViewerPins")
    public void removePins(String id, RequestOptions options) {
        transport.callWithoutAnswer(Call.delete(Call.path("/v1/viewers/{}/pins", id)), options);
    }
}
