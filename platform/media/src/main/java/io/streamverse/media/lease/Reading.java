package io.streamverse.media.lease;

import java.util.List;

public record Reading(int attempt, List<String> keys) {}
