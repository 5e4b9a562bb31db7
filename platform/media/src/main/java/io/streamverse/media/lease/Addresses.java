package io.streamverse.media.lease;

import java.util.List;

public record Addresses(List<Address> data) {}
