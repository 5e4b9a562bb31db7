package io.streamverse.sdk;

/**
 * The API as the platform's operator sees it. Made by {@link StreamVerse#operator()}; immutable and safe for use by several
 * threads. A tenant's key is refused here with {@link ForbiddenException}.
 */
public final class StreamVerseOperator {
    private final Transport transport;

    StreamVerseOperator(Transport transport) {
        this.transport = transport;
    }

    /**
     * The tenants of the platform.
     *
     * @return their operations
     */
    public TenantsResource tenants() {
        return new TenantsResource(transport);
    }

    /**
     * The plans tenants subscribe to.
     *
     * @return their operations
     */
    public PlansResource plans() {
        return new PlansResource(transport);
    }

    /**
     * Which tenant is on which plan.
     *
     * @return their operations
     */
    public SubscriptionsResource subscriptions() {
        return new SubscriptionsResource(transport);
    }

    /**
     * The platform's recurring jobs.
     *
     * @return their operations
     */
    public SchedulesResource schedules() {
        return new SchedulesResource(transport);
    }

    /**
     * How each tenant's schemas stand against the release that runs.
     *
     * @return their operations
     */
    public MigrationsResource migrations() {
        return new MigrationsResource(transport);
    }

    /**
     * The databases that hold tenants' schemas.
     *
     * @return their operations
     */
    public DatabasesResource databases() {
        return new DatabasesResource(transport);
    }

    /**
     * Tenants that are being erased, and those that were.
     *
     * @return their operations
     */
    public ErasuresResource erasures() {
        return new ErasuresResource(transport);
    }

    /**
     * The machines that do media work.
     *
     * @return their operations
     */
    public WorkersResource workers() {
        return new WorkersResource(transport);
    }

    /**
     * Messages that could not be processed and wait for a person.
     *
     * @return their operations
     */
    public DeadLettersResource deadLetters() {
        return new DeadLettersResource(transport);
    }

    /**
     * More of a meter for a tenant than its plan includes.
     *
     * @return their operations
     */
    public QuotaGrantsResource quotaGrants() {
        return new QuotaGrantsResource(transport);
    }

    /**
     * What all tenants used, and usage metered outside.
     *
     * @return its operations
     */
    public OperatorUsageResource usage() {
        return new OperatorUsageResource(transport);
    }

    /**
     * The ledger of usage.
     *
     * @return its operations
     */
    public LedgerResource ledger() {
        return new LedgerResource(transport);
    }

    /**
     * What the meters cost the operator.
     *
     * @return their operations
     */
    public CostRatesResource costRates() {
        return new CostRatesResource(transport);
    }
}
