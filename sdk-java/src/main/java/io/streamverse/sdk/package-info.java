/**
 * A client for a tenant's back end ({@link io.streamverse.sdk.StreamVerse}) and one for the platform's operator
 * ({@link io.streamverse.sdk.StreamVerseOperator}). Each resource of the API is a method of a client, each operation a
 * method of the resource. Clients and resources are immutable and safe for use by several threads; what they throw is a
 * {@link io.streamverse.sdk.StreamVerseException}.
 */
@NullMarked
package io.streamverse.sdk;

import org.jspecify.annotations.NullMarked;
