package io.streamverse.media.captions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// Lines, with where they stand: ended by LF, CR LF or CR.
final class Lines {
    private final List<String> lines;
    private int next;

    Lines(String text) {
        lines = text.lines().toList();
    }

    boolean hasNext() {
        return next < lines.size();
    }

    /// The number of the line that was read last.
    int number() {
        return next;
    }

    String read() {
        return lines.get(next++);
    }

    String peek() {
        return hasNext() ? lines.get(next) : "";
    }

    void skipEmpty() {
        while (hasNext() && peek().isBlank()) {
            next++;
        }
    }

    /// Whether what comes behind the empty lines here has a look like this, in its first and its second line.
    boolean comes(BiPredicate<String, String> look) {
        int first = next;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        return first < lines.size()
                && look.test(lines.get(first), first + 1 < lines.size() ? lines.get(first + 1) : "");
    }

    /// Up to the next empty line.
    List<String> block() {
        var block = new ArrayList<String>();
        while (hasNext() && !peek().isBlank()) {
            block.add(read());
        }
        return block;
    }
}
