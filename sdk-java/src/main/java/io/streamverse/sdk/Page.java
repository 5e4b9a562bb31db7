package io.streamverse.sdk;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. Immutable and safe for use by several threads.
 *
 * @param <T> the model of an entry
 */
public final class Page<T> {
    private final List<T> data;
    private final boolean hasMore;
    private final @Nullable String next;
    private final Function<String, Page<T>> after;

    Page(List<T> data, boolean hasMore, @Nullable String next, Function<String, Page<T>> after) {
        this.data = List.copyOf(data);
        this.hasMore = hasMore;
        this.next = next;
        this.after = after;
    }

    /**
     * The entries of this page.
     *
     * @return an unmodifiable list, empty where there are none
     */
    public List<T> data() {
        return data;
    }

    /**
     * Whether more entries follow this page.
     *
     * @return false on the last page
     */
    public boolean hasMore() {
        return hasMore;
    }

    /**
     * Where the next page begins, for {@link ListParams#after}. Opaque; it stays good while entries are added.
     *
     * @return the cursor, or null on the last page
     */
    public @Nullable String next() {
        return next;
    }

    /**
     * Reads the page behind this one, with the same filters and options.
     *
     * @return the page
     * @throws NoSuchElementException on the last page
     * @throws StreamVerseException as the list itself
     */
    public Page<T> nextPage() {
        if (!hasMore || next == null) {
            throw new NoSuchElementException("This is the last page");
        }
        return after.apply(next);
    }

    /**
     * The entries of this page and all behind it. A page is read when its first entry is asked for, so that walking may
     * throw a {@link StreamVerseException}. Each iterator begins at this page again.
     *
     * @return the entries, in order
     */
    public Iterable<T> autoPage() {
        return () -> new Walk<>(this);
    }

    /**
     * The entries of this page and all behind it, read as {@link #autoPage} reads them.
     *
     * @return a sequential stream that needs no closing
     */
    public Stream<T> stream() {
        return StreamSupport.stream(autoPage().spliterator(), false);
    }

    private static final class Walk<T> implements Iterator<T> {
        private Page<T> page;
        private Iterator<T> entries;

        Walk(Page<T> page) {
            this.page = page;
            this.entries = page.data.iterator();
        }

        @Override
        public boolean hasNext() {
            while (!entries.hasNext() && page.hasMore && page.next != null) {
                page = page.nextPage();
                entries = page.data.iterator();
            }
            return entries.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return entries.next();
        }
    }
}
