package io.streamverse.sdk;

import io.streamverse.sdk.model.PlaybackDecision;

/** Why a viewer may or may not play a title. */
public final class PlaybackDecisionsResource {
    private final Transport transport;

    PlaybackDecisionsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Explains a decision step by step; nothing is started.
     *
     * @param question whose playback of what
     * @return the outcome, and how every step answered
     * @throws NotFoundException if there is no such title, viewer or profile
     */
    public PlaybackDecision explain(PlaybackQuestion question) {
        return explain(question, RequestOptions.none());
    }

    /**
     * Explains a decision step by step; nothing is started.
     *
     * @param question whose playback of what
     * @param options what this call does otherwise than the client
     * @return the outcome, and how every step answered
     * @throws NotFoundException if there is no such title, viewer or profile
     */
    @Operation("explainPlaybackDecision")
    public PlaybackDecision explain(PlaybackQuestion question, RequestOptions options) {
        return transport.call(Call.list("/v1/playback-decisions", question.query()), options, PlaybackDecision.class);
    }
}
