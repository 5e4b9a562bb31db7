/// What the end of a tenant means to each place that keeps something of it. A room that keeps any of it elsewhere than
/// in the tenant's schema, or in a control table with a `tenant_id`, brings a `Store`; docs/erasure.md lists them all.
@NullMarked
package io.streamverse.kernel.erasure;

import org.jspecify.annotations.NullMarked;
