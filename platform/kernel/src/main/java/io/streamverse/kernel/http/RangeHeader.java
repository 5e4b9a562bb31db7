package io.streamverse.kernel.http;

import io.streamverse.kernel.storage.Range;
import java.util.Optional;
import java.util.regex.Pattern;

/// One range of bytes. RFC 9110 lets a server answer all others with the whole: several ranges, other units, nonsense.
public final class RangeHeader {
    private static final Pattern ONE = Pattern.compile("bytes=(?:([0-9]{1,18})-([0-9]{1,18})?|-([0-9]{1,18}))");

    private RangeHeader() {}

    public static Optional<Range> parse(String header) {
        var matcher = ONE.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(3) != null) {
            return Optional.of(Range.suffix(Long.parseLong(matcher.group(3))));
        }
        var first = Long.parseLong(matcher.group(1));
        if (matcher.group(2) == null) {
            return Optional.of(Range.from(first));
        }
        var last = Long.parseLong(matcher.group(2));
        return last < first ? Optional.empty() : Optional.of(Range.of(first, last));
    }
}
