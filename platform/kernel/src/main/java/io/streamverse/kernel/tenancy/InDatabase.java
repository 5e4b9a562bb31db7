package io.streamverse.kernel.tenancy;

/// What a tenant's connection can be unwrapped to: the name of the database that it leads to.
public interface InDatabase {
    String database();
}
