package io.streamverse.sdk;

import io.streamverse.sdk.model.Usage;
import java.nio.file.Path;

/** What this environment used. */
public final class UsageResource {
    private final Transport transport;

    UsageResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Reads what was used: without {@code from} and {@code to}, this month so far; one row per meter unless {@code
     * groupBy} says hour, day or dimension.
     *
     * @param params filters {@code from}, {@code to}, {@code meter}, {@code groupBy}
     * @return all rows
     */
    public Page<Usage> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Reads what was used: without {@code from} and {@code to}, this month so far; one row per meter unless {@code
     * groupBy} says hour, day or dimension.
     *
     * @param params filters {@code from}, {@code to}, {@code meter}, {@code groupBy}
     * @param options what this call does otherwise than the client
     * @return all rows
     */
    @Operation("getUsage")
    public Page<Usage> list(ListParams params, RequestOptions options) {
        return transport.page("/v1/usage", params, options, Usage.class);
    }

    /**
     * Writes every entry of the ledger into a file: CSV, or JSON lines with {@code format} jsonl.
     *
     * @param params filters {@code from}, {@code to}, {@code meter}, {@code format}
     * @param file where to; what is there is overwritten
     */
    public void export(ListParams params, Path file) {
        export(params, file, RequestOptions.none());
    }

    /**
     * Writes every entry of the ledger into a file: CSV, or JSON lines with {@code format} jsonl.
     *
     * @param params filters {@code from}, {@code to}, {@code meter}, {@code format}
     * @param file where to; what is there is overwritten
     * @param options what this call does otherwise than the client
     */
    @Operation("exportUsage")
    public void export(ListParams params, Path file, RequestOptions options) {
        transport.save(Call.list("/v1/usage/export", params), options, file);
    }
}
