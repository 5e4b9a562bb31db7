package io.streamverse.sdk;

import io.streamverse.sdk.model.CreateViewerSession;
import io.streamverse.sdk.model.ViewerTokens;

/** Viewers whom your own back end signs in: your page, your login. */
public final class ViewerSessionsResource {
    private final Transport transport;

    ViewerSessionsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Signs in somebody whom you know. The viewer is made on first use.
     *
     * @param session your own id of the viewer, and what they may
     * @return the tokens for their page or app; hand them over HTTPS only
     * @throws ValidationException if a field breaks a rule
     */
    public ViewerTokens create(CreateViewerSession session) {
        return create(session, RequestOptions.none());
    }

    /**
     * Signs in somebody whom you know. The viewer is made on first use.
     *
     * @param session your own id of the viewer, and what they may
     * @param options what this call does otherwise than the client
     * @return the tokens for their page or app; hand them over HTTPS only
     * @throws ValidationException if a field breaks a rule
     */
    @Operation("createViewerSession")
    public ViewerTokens create(CreateViewerSession session, RequestOptions options) {
        return transport.call(Call.post("/v1/viewer-sessions", session), options, ViewerTokens.class);
    }
}
