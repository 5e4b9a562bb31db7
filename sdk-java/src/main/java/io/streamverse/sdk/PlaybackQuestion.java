package io.streamverse.sdk;

/** Whose playback of what is asked about. Immutable: each method gives a copy. */
public final class PlaybackQuestion {
    private final ListParams query;

    private PlaybackQuestion(ListParams query) {
        this.query = query;
    }

    /**
     * About a title, for one who is signed out, somewhere unknown, on any device.
     *
     * @param titleId the title's id
     * @return the question
     */
    public static PlaybackQuestion about(String titleId) {
        return new PlaybackQuestion(ListParams.all().filter("titleId", titleId));
    }

    /**
     * Asks for a viewer.
     *
     * @param viewerId the viewer's id
     * @return a copy with it
     */
    public PlaybackQuestion viewer(String viewerId) {
        return with("viewerId", viewerId);
    }

    /**
     * Asks for a profile of the viewer; without, for the first one.
     *
     * @param profileId the profile's id
     * @return a copy with it
     */
    public PlaybackQuestion profile(String profileId) {
        return with("profileId", profileId);
    }

    /**
     * Asks for a place.
     *
     * @param territory ISO 3166-1 alpha-2
     * @return a copy with it
     */
    public PlaybackQuestion territory(String territory) {
        return with("territory", territory);
    }

    /**
     * Asks for a device.
     *
     * @param can its codecs and key systems with commas, such as {@code h264,hevc,widevine}
     * @return a copy with it
     */
    public PlaybackQuestion device(String can) {
        return with("device", can);
    }

    /**
     * Asks for a device that is to keep it.
     *
     * @return a copy with it
     */
    public PlaybackQuestion offline() {
        return with("offline", "true");
    }

    ListParams query() {
        return query;
    }

    private PlaybackQuestion with(String name, String value) {
        return new PlaybackQuestion(query.filter(name, value));
    }
}
