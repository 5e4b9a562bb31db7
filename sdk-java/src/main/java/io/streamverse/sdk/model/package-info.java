/**
 * What the API takes and answers, generated from {@code openapi/v1.yaml}; not edited by hand.
 * A package of its own, so that a name chosen in the API never meets a class of the client.
 */
@NullMarked
package io.streamverse.sdk.model;

import org.jspecify.annotations.NullMarked;
