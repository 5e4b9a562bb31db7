package io.streamverse.kernel.tenancy;

import java.util.List;

/// Every environment that has its schema. Whoever knows the tenants tells.
public interface TenantSpaces {
    List<TenantSpace> all();
}
