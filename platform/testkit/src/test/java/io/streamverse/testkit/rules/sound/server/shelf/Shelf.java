package io.streamverse.testkit.rules.sound.server.shelf;

import io.micronaut.transaction.annotation.Transactional;

public class Shelf {
    private final BookRepository books;

    Shelf(BookRepository books) {
        this.books = books;
    }

    @Transactional("control")
    public int room() {
        return 100 - books.count();
    }
}
