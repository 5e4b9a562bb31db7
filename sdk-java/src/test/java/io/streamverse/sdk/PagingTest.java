package io.streamverse.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.sdk.model.ApiKey;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagingTest {
    private final FakePlatform platform = new FakePlatform();

    @BeforeEach
    void threeKeysOnThreePages() {
        platform.answers(200, "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"hasMore\":true,\"next\":\"c+/1\"}")
                .answers(200, "{\"data\":[],\"hasMore\":true,\"next\":\"c2\"}")
                .answers(200, "{\"data\":[{\"id\":\"c\"}],\"hasMore\":false,\"next\":null}");
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void aWalkReadsEveryPageWithTheSameFilters() {
        var params = ListParams.all().limit(2).filter("state", "in use & old");

        var ids = platform.client().apiKeys().list(params).stream().map(ApiKey::id);

        assertThat(ids).containsExactly("a", "b", "c");
        assertThat(platform.seen())
                .extracting(FakePlatform.Seen::query)
                .containsExactly(
                        "limit=2&state=in%20use%20%26%20old",
                        "limit=2&state=in%20use%20%26%20old&after=c%2B%2F1",
                        "limit=2&state=in%20use%20%26%20old&after=c2");
    }

    @Test
    void aPageIsReadOnlyWhenItIsNeeded() {
        var keys = platform.client().apiKeys().list(ListParams.all()).autoPage().iterator();

        keys.next();
        keys.next();

        assertThat(platform.seen()).hasSize(1);
    }

    @Test
    void pagesCanBeTurnedByHand() {
        var first = platform.client().apiKeys().list(ListParams.all());
        var last = first.nextPage().nextPage();

        assertThat(first.hasMore()).isTrue();
        assertThat(first.next()).isEqualTo("c+/1");
        assertThat(last.hasMore()).isFalse();
        assertThat(last.data()).extracting(ApiKey::id).containsExactly("c");
        assertThatThrownBy(last::nextPage).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void everyWalkBeginsAtItsPage() {
        var last = platform.client().apiKeys().list(ListParams.all()).nextPage().nextPage();

        assertThat(last.autoPage()).hasSize(1);
        assertThat(last.autoPage()).hasSize(1);
    }
}
