package io.streamverse.standalone.demo;

import io.streamverse.sdk.ListParams;
import io.streamverse.sdk.RequestOptions;
import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.StreamVerseException;
import io.streamverse.sdk.model.CreateTenant;
import io.streamverse.sdk.model.Owner;
import io.streamverse.sdk.model.UpdateBrandText;
import io.streamverse.sdk.model.UpdateBranding;
import io.streamverse.worker.tools.Tools;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The tenant `aurora`, made at the first start and finished at a later one where it was stopped half way.
public final class Demo {
    public static final String SLUG = "aurora";
    private static final int FIRST = 3;
    private static final int AT_ONCE = 2;
    private static final int A_WHILE = 12;
    private final URI url;
    private final String site;
    private final String operatorKey;
    private final Path folder;
    private final Tools tools;
    private final Consumer<String> progress;

    /// `site` is where people see it.
    public Demo(URI url, String site, String operatorKey, Path folder, Tools tools, Consumer<String> progress) {
        this.url = url;
        this.site = site;
        this.operatorKey = operatorKey;
        this.folder = folder;
        this.tools = tools;
        this.progress = progress;
    }

    /// Comes back at once; the films are made beside whatever else goes on, until all are there.
    public void start() {
        Thread.ofPlatform().daemon().name("demo").start(() -> {
            try {
                open();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                giveUp(Objects.requireNonNull(e.getCause()).getMessage());
            } catch (IOException | StreamVerseException e) {
                giveUp(e.getMessage());
            }
        });
    }

    /// Without a word it is the service that is gone, since somebody stops it.
    private void giveUp(@Nullable String why) {
        var reason = why == null ? "" : " (%s)".formatted(why);
        progress.accept("The demo is not finished%s; the next start goes on with it.".formatted(reason));
    }

    private void open() throws IOException, InterruptedException, ExecutionException {
        Files.createDirectories(folder);
        var key = key();
        if (key.isEmpty()) {
            progress.accept("Another tenant has the name %s, so there is no demo.".formatted(SLUG));
            return;
        }
        var client = StreamVerse.builder().apiKey(key.get()).baseUrl(url).build();
        dress(client);
        var audience = new Audience(url, client);
        audience.signUp();
        progress.accept("Demo: %s is open; its films follow one by one".formatted(site));
        progress.accept("      Sign in as %s with \"%s\"".formatted(Audience.EMAIL, Audience.PASSWORD));
        progress.accept("      Its numbers are at %s/admin, its API key is %s".formatted(site, key.get()));
        fill(client, audience);
    }

    /// One is painted while another is encoded.
    private void fill(StreamVerse client, Audience audience) throws InterruptedException, ExecutionException {
        var cinema = new Cinema(client, new Painter(tools), folder);
        var films = Film.all();
        var missing = films.stream().filter(it -> !cinema.shows(it)).toList();
        var shown = new AtomicInteger(films.size() - missing.size());
        try (var hands =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var shows = missing.stream()
                    .map(it -> hands.submit(() -> {
                        cinema.show(it);
                        tell(it, shown, films.size());
                        var place = films.indexOf(it) + 1;
                        if (place <= FIRST) {
                            audience.watch(titleOf(client, it), A_WHILE / place);
                        }
                        return it;
                    }))
                    .toList();
            try {
                for (var show : shows) {
                    show.get();
                }
            } finally {
                hands.shutdownNow();
            }
        }
    }

    private synchronized void tell(Film film, AtomicInteger shown, int all) {
        progress.accept("Demo: \"%s\" is on, %d of %d".formatted(film.name(), shown.incrementAndGet(), all));
    }

    private static String titleOf(StreamVerse client, Film film) {
        return client.titles()
                .list(ListParams.all().externalId(film.externalId()))
                .data()
                .getFirst()
                .id();
    }

    /// The tenant's key, kept since it is shown once; empty where the tenant is somebody else's.
    private Optional<String> key() throws IOException {
        var file = folder.resolve("api.key");
        if (Files.exists(file)) {
            return Optional.of(Files.readString(file).strip());
        }
        var operator = StreamVerse.operator().apiKey(operatorKey).baseUrl(url).build();
        try {
            var tenant = operator.tenants()
                    .create(
                            new CreateTenant()
                                    .slug(SLUG)
                                    .name("Aurora")
                                    .plan("starter")
                                    .country("NO")
                                    .currency("NOK")
                                    .owner(new Owner()
                                            .email("owner@aurora.example")
                                            .name("Aurora")),
                            RequestOptions.none().withIdempotencyKey("demo-" + SLUG));
            var key = Objects.requireNonNull(tenant.apiKeys()).live();
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, key);
            return Optional.of(key);
        } catch (StreamVerseException e) {
            if ("tenants.slug.taken".equals(e.code())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static void dress(StreamVerse client) {
        if (!client.branding().get().texts().isEmpty()) {
            return;
        }
        client.branding()
                .update(new UpdateBranding()
                        .primaryColor("#35d0a5")
                        .backgroundColor("#070b16")
                        .texts(Map.of(
                                "en", new UpdateBrandText().tagline("Films from the far north"),
                                "fr", new UpdateBrandText().tagline("Le cinéma du Grand Nord"),
                                "de", new UpdateBrandText().tagline("Filme aus dem hohen Norden"),
                                "ar", new UpdateBrandText().tagline("أفلام من أقصى الشمال"))));
    }
}
