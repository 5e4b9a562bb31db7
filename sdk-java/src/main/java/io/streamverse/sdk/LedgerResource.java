package io.streamverse.sdk;

import io.streamverse.sdk.model.LedgerVerification;
import io.streamverse.sdk.model.Rederivation;
import io.streamverse.sdk.model.Rederived;
import java.time.LocalDate;

/** The ledger of usage: its chain, and the sums made of it. */
public final class LedgerResource {
    private final Transport transport;

    LedgerResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Walks the chain of the entries of a tenant, and says where it does not hold.
     *
     * @param tenantId the tenant
     * @param from the first day of booking
     * @param to the day after the last
     * @return each day, and whether it holds
     */
    public LedgerVerification verify(String tenantId, LocalDate from, LocalDate to) {
        return verify(tenantId, from, to, RequestOptions.none());
    }

    /**
     * Walks the chain of the entries of a tenant, and says where it does not hold.
     *
     * @param tenantId the tenant
     * @param from the first day of booking
     * @param to the day after the last
     * @param options what this call does otherwise than the client
     * @return each day, and whether it holds
     */
    @Operation("verifyLedger")
    public LedgerVerification verify(String tenantId, LocalDate from, LocalDate to, RequestOptions options) {
        return transport.call(
                Call.list(
                        "/operator/v1/ledger/verification",
                        ListParams.all()
                                .filter("tenantId", tenantId)
                                .filter("from", from.toString())
                                .filter("to", to.toString())),
                options,
                LedgerVerification.class);
    }

    /**
     * Makes the hourly sums of a tenant anew from its entries.
     *
     * @param what tenant and time
     * @return what changed
     */
    public Rederived rederive(Rederivation what) {
        return rederive(what, RequestOptions.none());
    }

    /**
     * Makes the hourly sums of a tenant anew from its entries.
     *
     * @param what tenant and time
     * @param options what this call does otherwise than the client
     * @return what changed
     */
    @Operation("rederiveSums")
    public Rederived rederive(Rederivation what, RequestOptions options) {
        return transport.call(Call.post("/operator/v1/ledger/rederivation", what), options, Rederived.class);
    }
}
