package io.streamverse.media.captions;

import java.util.List;
import java.util.stream.Collectors;

/// The file cannot be taken; the first of its faults are listed.
public final class BrokenCaptions extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<CaptionFault> faults;

    BrokenCaptions(List<CaptionFault> faults) {
        super(faults.stream()
                .map(fault -> "line %d: %s".formatted(fault.line(), fault.detail()))
                .collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public List<CaptionFault> faults() {
        return faults;
    }
}
