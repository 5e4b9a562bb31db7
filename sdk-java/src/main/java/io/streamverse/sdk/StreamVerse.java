package io.streamverse.sdk;

/**
 * The API as a tenant's back end sees it. Make one per API key with {@link #builder()} and share it: it is immutable and
 * safe for use by several threads. A {@code sv_test_…} key reaches the test environment, a {@code sv_live_…} key the live
 * one.
 */
public final class StreamVerse {
    private final Transport transport;

    private StreamVerse(Transport transport) {
        this.transport = transport;
    }

    /**
     * Starts a client for a tenant.
     *
     * @return a builder that needs at least {@link ClientBuilder#apiKey} and {@link ClientBuilder#baseUrl}
     */
    public static ClientBuilder<StreamVerse> builder() {
        return new ClientBuilder<>(StreamVerse::new);
    }

    /**
     * Starts a client for the operator of the platform; its key is the operator key, not a tenant's.
     *
     * @return a builder that needs at least {@link ClientBuilder#apiKey} and {@link ClientBuilder#baseUrl}
     */
    public static ClientBuilder<StreamVerseOperator> operator() {
        return new ClientBuilder<>(StreamVerseOperator::new);
    }

    /**
     * The tenant whose key this client holds.
     *
     * @return its operations
     */
    public TenantResource tenant() {
        return new TenantResource(transport);
    }

    /**
     * The look of the tenant's service.
     *
     * @return its operations
     */
    public BrandingResource branding() {
        return new BrandingResource(transport);
    }

    /**
     * The keys the tenant's programs sign in with.
     *
     * @return their operations
     */
    public ApiKeysResource apiKeys() {
        return new ApiKeysResource(transport);
    }

    /**
     * What renditions an encode makes.
     *
     * @return their operations
     */
    public LaddersResource ladders() {
        return new LaddersResource(transport);
    }

    /**
     * Who watches.
     *
     * @return their operations
     */
    public ViewersResource viewers() {
        return new ViewersResource(transport);
    }

    /**
     * Viewers whom your own back end signs in.
     *
     * @return their operations
     */
    public ViewerSessionsResource viewerSessions() {
        return new ViewerSessionsResource(transport);
    }

    /**
     * Content protection: what licences demand, and who issues them.
     *
     * @return its operations
     */
    public DrmResource drm() {
        return new DrmResource(transport);
    }

    /**
     * What may still be used, and what it may cost.
     *
     * @return their operations
     */
    public QuotasResource quotas() {
        return new QuotasResource(transport);
    }

    /**
     * What something would cost, before it is done.
     *
     * @return their operations
     */
    public QuotesResource quotes() {
        return new QuotesResource(transport);
    }

    /**
     * Who plays and played what.
     *
     * @return their operations
     */
    public PlaybackSessionsResource playbackSessions() {
        return new PlaybackSessionsResource(transport);
    }

    /**
     * How it goes: who watches, how it starts, where it stalls.
     *
     * @return its operations
     */
    public AnalyticsResource analytics() {
        return new AnalyticsResource(transport);
    }

    /**
     * Why a viewer may or may not play a title.
     *
     * @return its operations
     */
    public PlaybackDecisionsResource playbackDecisions() {
        return new PlaybackDecisionsResource(transport);
    }

    /**
     * The clock of a test environment.
     *
     * @return its operations
     */
    public TestClockResource testClock() {
        return new TestClockResource(transport);
    }

    /**
     * Films and songs on their way to being played.
     *
     * @return their operations
     */
    public AssetsResource assets() {
        return new AssetsResource(transport);
    }

    /**
     * What is read while a film is seen.
     *
     * @return their operations
     */
    public CaptionsResource captions() {
        return new CaptionsResource(transport);
    }

    /**
     * Work on assets.
     *
     * @return their operations
     */
    public JobsResource jobs() {
        return new JobsResource(transport);
    }

    /**
     * Files on their way to the platform.
     *
     * @return what sends them
     */
    public UploadsResource uploads() {
        return new UploadsResource(transport);
    }

    /**
     * What this environment used.
     *
     * @return its operations
     */
    public UsageResource usage() {
        return new UsageResource(transport);
    }

    /**
     * What viewers find and watch.
     *
     * @return their operations
     */
    public TitlesResource titles() {
        return new TitlesResource(transport);
    }

    /**
     * What viewers pay for.
     *
     * @return their operations
     */
    public TiersResource tiers() {
        return new TiersResource(transport);
    }

    /**
     * What gives viewers tiers.
     *
     * @return their operations
     */
    public GrantsResource grants() {
        return new GrantsResource(transport);
    }
}
