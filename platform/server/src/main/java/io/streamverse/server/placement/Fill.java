package io.streamverse.server.placement;

import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.HostDatabase;

/// How full a database is. A tenant counts with all its environments, also those that are not made yet.
record Fill(HostDatabase host, int tenants) {
    int schemas() {
        return tenants * Environment.values().length;
    }

    double share() {
        return (double) schemas() / host.most();
    }

    boolean hasRoom() {
        return !host.isAway() && schemas() + Environment.values().length <= host.most();
    }
}
