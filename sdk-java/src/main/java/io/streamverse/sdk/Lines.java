package io.streamverse.sdk;

import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** Lines of an answer, each told as soon as it is there. How it ends, the answer itself says. */
final class Lines implements Flow.Subscriber<String> {
    private final Consumer<String> line;

    Lines(Consumer<String> line) {
        this.line = line;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String text) {
        line.accept(text);
    }

    @Override
    public void onError(Throwable broken) {}

    @Override
    public void onComplete() {}
}
