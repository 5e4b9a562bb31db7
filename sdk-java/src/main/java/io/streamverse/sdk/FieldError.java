package io.streamverse.sdk;

import java.io.Serializable;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer a JSON pointer to the field, such as {@code /owner/email}
 * @param detail what is wrong with it, for people
 */
public record FieldError(String pointer, String detail) implements Serializable {}
