package io.streamverse.kernel.problem;

/// One invalid field: a JSON pointer into the request's body (or `?name` for a query parameter), and what is wrong.
public record FieldError(String pointer, String detail) {}
