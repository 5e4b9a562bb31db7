package io.streamverse.sdk;

import io.streamverse.sdk.model.TenantUsage;
import io.streamverse.sdk.model.UsageBackfill;
import io.streamverse.sdk.model.UsageCorrection;
import io.streamverse.sdk.model.UsageEvents;
import io.streamverse.sdk.model.UsageResults;
import java.nio.file.Path;

/** What all tenants used, and usage that the operator meters outside. */
public final class OperatorUsageResource {
    private final Transport transport;

    OperatorUsageResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists usage, revenue, cost and margin of all tenants.
     *
     * @param params which part of the list; filter {@code month}, such as 2026-10
     * @return the first page
     */
    public Page<TenantUsage> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists usage, revenue, cost and margin of all tenants.
     *
     * @param params which part of the list; filter {@code month}, such as 2026-10
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listTenantUsage")
    public Page<TenantUsage> list(ListParams params, RequestOptions options) {
        return transport.page("/operator/v1/usage", params, options, TenantUsage.class);
    }

    /**
     * Writes the same of all tenants into a file, as CSV.
     *
     * @param params filter {@code month}
     * @param file where to; what is there is overwritten
     */
    public void export(ListParams params, Path file) {
        export(params, file, RequestOptions.none());
    }

    /**
     * Writes the same of all tenants into a file, as CSV.
     *
     * @param params filter {@code month}
     * @param file where to; what is there is overwritten
     * @param options what this call does otherwise than the client
     */
    @Operation("exportTenantUsage")
    public void export(ListParams params, Path file, RequestOptions options) {
        transport.save(Call.list("/operator/v1/usage/export", params), options, file);
    }

    /**
     * Reports usage that you meter outside, at most 1,000 events at once. Each has an identifier of yours; one sent
     * twice counts once.
     *
     * @param events the events
     * @return what became of each, in their order
     */
    public UsageResults report(UsageEvents events) {
        return report(events, RequestOptions.none());
    }

    /**
     * Reports usage that you meter outside, at most 1,000 events at once. Each has an identifier of yours; one sent
     * twice counts once.
     *
     * @param events the events
     * @param options what this call does otherwise than the client
     * @return what became of each, in their order
     */
    @Operation("reportUsage")
    public UsageResults report(UsageEvents events, RequestOptions options) {
        return transport.call(Call.post("/operator/v1/usage-events", events), options, UsageResults.class);
    }

    /**
     * Takes an entry back, and books the right quantity instead.
     *
     * @param correction the entry, why, and what is right
     * @return what became of it
     * @throws NotFoundException if there is no such entry
     */
    public UsageResults correct(UsageCorrection correction) {
        return correct(correction, RequestOptions.none());
    }

    /**
     * Takes an entry back, and books the right quantity instead.
     *
     * @param correction the entry, why, and what is right
     * @param options what this call does otherwise than the client
     * @return what became of it
     * @throws NotFoundException if there is no such entry
     */
    @Operation("correctUsage")
    public UsageResults correct(UsageCorrection correction, RequestOptions options) {
        return transport.call(Call.post("/operator/v1/usage-corrections", correction), options, UsageResults.class);
    }

    /**
     * Sends a file of usage that was missed, as CSV. The same file once more books nothing twice.
     *
     * @param file the file
     * @return how far it is; ask {@link #getBackfill} for more
     */
    public UsageBackfill backfillCsv(Path file) {
        return backfillCsv(file, RequestOptions.none());
    }

    /**
     * Sends a file of usage that was missed, as CSV. The same file once more books nothing twice.
     *
     * @param file the file
     * @param options what this call does otherwise than the client
     * @return how far it is; ask {@link #getBackfill} for more
     */
    @Operation("backfillUsage")
    public UsageBackfill backfillCsv(Path file, RequestOptions options) {
        return transport.upload(
                Call.upload("/operator/v1/usage-backfills", file, "text/csv"), options, UsageBackfill.class);
    }

    /**
     * Sends a file of usage that was missed, as JSON lines. The same file once more books nothing twice.
     *
     * @param file the file
     * @return how far it is; ask {@link #getBackfill} for more
     */
    public UsageBackfill backfillJsonLines(Path file) {
        return backfillJsonLines(file, RequestOptions.none());
    }

    /**
     * Sends a file of usage that was missed, as JSON lines. The same file once more books nothing twice.
     *
     * @param file the file
     * @param options what this call does otherwise than the client
     * @return how far it is; ask {@link #getBackfill} for more
     */
    @Operation("backfillUsage")
    public UsageBackfill backfillJsonLines(Path file, RequestOptions options) {
        return transport.upload(
                Call.upload("/operator/v1/usage-backfills", file, "application/x-ndjson"),
                options,
                UsageBackfill.class);
    }

    /**
     * Reads how far a file is, and what was refused of it.
     *
     * @param id the backfill
     * @return how far it is
     * @throws NotFoundException if there is no such backfill
     */
    public UsageBackfill getBackfill(String id) {
        return getBackfill(id, RequestOptions.none());
    }

    /**
     * Reads how far a file is, and what was refused of it.
     *
     * @param id the backfill
     * @param options what this call does otherwise than the client
     * @return how far it is
     * @throws NotFoundException if there is no such backfill
     */
    @Operation("getUsageBackfill")
    public UsageBackfill getBackfill(String id, RequestOptions options) {
        return transport.call(Call.get(Call.path("/operator/v1/usage-backfills/{}", id)), options, UsageBackfill.class);
    }
}
