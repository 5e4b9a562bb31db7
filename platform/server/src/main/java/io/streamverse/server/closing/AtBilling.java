package io.streamverse.server.closing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpMethod;
import io.streamverse.kernel.erasure.Held;
import io.streamverse.kernel.erasure.Holdings;
import io.streamverse.kernel.erasure.Remainder;
import io.streamverse.kernel.erasure.Store;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.server.gateway.Billing;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/// Billing erases its own, says what is left of it, and what the law has it keep.
@Singleton
class AtBilling implements Store {
    private final Billing billing;
    private final ObjectMapper json;

    AtBilling(Billing billing, ObjectMapper json) {
        this.billing = billing;
        this.json = json;
    }

    @Override
    public String name() {
        return "billing";
    }

    @Override
    public List<Held> held(TenantId tenant) {
        return holdings(tenant).held();
    }

    @Override
    public void erase(TenantId tenant) {
        billing.asOperator(HttpMethod.DELETE, path(tenant));
    }

    @Override
    public List<Remainder> remains(TenantId tenant, Instant removedAt) {
        return holdings(tenant).remains();
    }

    private Holdings holdings(TenantId tenant) {
        try {
            return json.readValue(billing.asOperator(HttpMethod.GET, path(tenant)), Holdings.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Billing answers what cannot be read", e);
        }
    }

    private static String path(TenantId tenant) {
        return "/operator/v1/holdings/" + tenant;
    }
}
