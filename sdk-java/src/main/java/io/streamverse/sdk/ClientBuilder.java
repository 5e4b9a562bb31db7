package io.streamverse.sdk;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a client needs. Not safe for use by several threads; the client it builds is.
 *
 * @param <C> the client
 */
public final class ClientBuilder<C> {
    private final Function<Transport, C> client;
    private @Nullable String apiKey;
    private @Nullable URI baseUrl;
    private @Nullable HttpClient httpClient;
    private @Nullable LocalDate version;
    private Duration timeout = Duration.ofSeconds(30);
    private int maxRetries = 2;
    private Backoff backoff =
            new Backoff(Clock.systemUTC(), () -> ThreadLocalRandom.current().nextDouble());
    private Sleeper sleeper = pause -> Thread.sleep(pause.toMillis());

    ClientBuilder(Function<Transport, C> client) {
        this.client = client;
    }

    /**
     * Sets the key that every request carries. It appears in no log, exception or {@code toString} of this library.
     *
     * @param apiKey a key such as {@code sv_live_…} or {@code sv_test_…}, or the operator key
     * @return this builder
     * @throws IllegalArgumentException if it is empty or holds a character that no key has, such as a line break
     */
    public ClientBuilder<C> apiKey(String apiKey) {
        if (apiKey.isEmpty() || !apiKey.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            throw new IllegalArgumentException("An API key is one word of visible ASCII characters");
        }
        this.apiKey = apiKey;
        return this;
    }

    /**
     * Sets where the platform is.
     *
     * @param baseUrl an {@code https} address (or {@code http} inside a network you trust), with or without a path before
     *     {@code /v1}
     * @return this builder
     * @throws IllegalArgumentException if it is no such address, or has a user, a query or a fragment
     */
    public ClientBuilder<C> baseUrl(URI baseUrl) {
        boolean web = "https".equalsIgnoreCase(baseUrl.getScheme()) || "http".equalsIgnoreCase(baseUrl.getScheme());
        if (!web || baseUrl.getHost() == null || baseUrl.getRawUserInfo() != null) {
            throw new IllegalArgumentException("The base URL is https://host[:port][/path], without a user");
        }
        if (baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null) {
            throw new IllegalArgumentException("The base URL has no query and no fragment");
        }
        this.baseUrl = baseUrl;
        return this;
    }

    /**
     * Sets how long one attempt may take, from connecting to the last byte of the answer. Default: 30 seconds. With
     * retries a call may take as many times longer, and the pauses between them.
     *
     * @param timeout more than zero
     * @return this builder
     * @throws IllegalArgumentException if it is not more than zero
     */
    public ClientBuilder<C> timeout(Duration timeout) {
        this.timeout = RequestOptions.positive(timeout);
        return this;
    }

    /**
     * Sets how often a call is repeated after 429, 503 or a broken connection. Default: 2. Every attempt of a
     * {@code POST} carries the same idempotency key, so that the effect happens once.
     *
     * @param maxRetries 0 to never repeat
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public ClientBuilder<C> maxRetries(int maxRetries) {
        this.maxRetries = RequestOptions.notNegative(maxRetries);
        return this;
    }

    /**
     * Pins the dated behaviour of the API. Default: what the platform has as current.
     *
     * @param version a date the API's change log names
     * @return this builder
     */
    public ClientBuilder<C> version(LocalDate version) {
        this.version = requireNonNull(version);
        return this;
    }

    /**
     * Brings your own HTTP client, for a proxy, a trust store or an executor. It should follow no redirects, as they
     * would carry the API key elsewhere. Default: one made by {@link #build}, with 10 seconds to connect.
     *
     * @param httpClient the client; closing it stays yours
     * @return this builder
     */
    public ClientBuilder<C> httpClient(HttpClient httpClient) {
        this.httpClient = requireNonNull(httpClient);
        return this;
    }

    ClientBuilder<C> pauses(Backoff backoff, Sleeper sleeper) {
        this.backoff = backoff;
        this.sleeper = sleeper;
        return this;
    }

    /**
     * Makes the client. Opens no connection.
     *
     * @return the client
     * @throws IllegalStateException if the API key or the base URL is missing
     */
    public C build() {
        if (apiKey == null || baseUrl == null) {
            throw new IllegalStateException("A client needs apiKey(…) and baseUrl(…)");
        }
        var exchange = new Exchange(httpClient == null ? httpClientFor(baseUrl) : httpClient);
        var requests = new Requests(baseUrl, apiKey, version, new Json());
        return client.apply(new Transport(requests, exchange, backoff, sleeper, timeout, maxRetries));
    }

    private static HttpClient httpClientFor(URI baseUrl) {
        boolean encrypted = "https".equalsIgnoreCase(baseUrl.getScheme());
        return HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(encrypted ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .build();
    }
}
