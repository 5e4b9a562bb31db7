package io.streamverse.browser;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// A tenant's page that plays, word for word as the player's README shows it, with its own log-in.
final class TenantPage implements AutoCloseable {
    private static final Path WEB = Path.of("../../player-sdk/web");
    private static final Pattern EXAMPLE = Pattern.compile("```html\n(.*?)```", Pattern.DOTALL);
    private final Page page = new Page();
    private volatile String token = "";

    TenantPage(Cinema cinema) {
        page.at("/film.html", exchange -> answer(exchange, "text/html; charset=utf-8", html(cinema)));
        page.at("/my-token", exchange -> answer(exchange, "text/plain", token));
    }

    /// Whoever signs in next.
    void signIn(String viewersToken) {
        this.token = viewersToken;
    }

    String address() {
        return page.address().replace("/page.html", "/film.html");
    }

    static String example() throws IOException {
        var found = EXAMPLE.matcher(Files.readString(WEB.resolve("README.md")));
        if (!found.find()) {
            throw new AssertionError("The README shows no page");
        }
        return found.group(1);
    }

    private static String html(Cinema cinema) throws IOException {
        return example()
                .replace("https://aurora.example.com", cinema.url().toString())
                .replace("ttl_…", cinema.title());
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        Page.answer(exchange, 200, type, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        page.close();
    }
}
