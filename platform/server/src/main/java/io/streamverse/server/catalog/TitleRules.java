package io.streamverse.server.catalog;

import io.streamverse.kernel.http.PlainText;
import io.streamverse.kernel.problem.FieldError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What makes sense as a title, draft or not. Collects every fault, with where it is.
final class TitleRules {
    static final int MAX_ARTWORK = 50;
    static final int MAX_WINDOWS = 50;
    static final int MAX_LANGUAGES = 50;
    private static final Pattern TIER = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final String LANGUAGE = "is a language as BCP 47 writes it, such as pt-BR";

    private final List<FieldError> faults = new ArrayList<>();

    private TitleRules() {}

    static List<FieldError> check(TitlePatch title) {
        var rules = new TitleRules();
        rules.texts(title);
        rules.artwork(title.artwork());
        rules.access(title.access());
        rules.ageRating(title);
        rules.windows(title.windows());
        rules.territories("/territories", title.territories());
        return List.copyOf(rules.faults);
    }

    private void texts(TitlePatch title) {
        demand(title.texts().size() <= MAX_LANGUAGES, "/texts", "has at most %d languages".formatted(MAX_LANGUAGES));
        title.texts().forEach((language, text) -> {
            var at = "/texts/" + escaped(language);
            demand(PlainText.isLanguage(language), at, LANGUAGE);
            if (text == null || text.name() == null) {
                demand(false, at + "/name", "must not be null");
                return;
            }
            demand(
                    PlainText.isLine(text.name()) && text.name().length() <= TitleText.MAX_NAME,
                    at + "/name",
                    "is one line of up to %d characters, without control characters".formatted(TitleText.MAX_NAME));
            var synopsis = text.synopsis();
            demand(
                    synopsis == null || (PlainText.isProse(synopsis) && synopsis.length() <= TitleText.MAX_SYNOPSIS),
                    at + "/synopsis",
                    "has up to %d characters, and no control characters but \\n".formatted(TitleText.MAX_SYNOPSIS));
        });
    }

    private void artwork(List<Artwork> pictures) {
        for (var at = 0; at < pictures.size(); at++) {
            var picture = pictures.get(at);
            demand(isHttps(picture.url()), "/artwork/%d/url".formatted(at), "is an address that begins with https://");
            demand(
                    picture.language() == null || PlainText.isLanguage(picture.language()),
                    "/artwork/%d/language".formatted(at),
                    LANGUAGE);
        }
    }

    private void access(TitleAccess access) {
        var tier = access.tier();
        switch (access.kind()) {
            case FREE -> demand(tier == null, "/access/tier", "goes with kind tier only");
            case TIER -> demand(tier != null && TIER.matcher(tier).matches(), "/access/tier", "is the name of a tier");
        }
    }

    private void ageRating(TitlePatch title) {
        var label = title.ageRating() == null ? null : title.ageRating().label();
        demand(
                label == null || (PlainText.isLine(label) && label.length() <= AgeRating.MAX_LABEL),
                "/ageRating/label",
                "is one line of up to %d characters".formatted(AgeRating.MAX_LABEL));
    }

    private void windows(List<Window> windows) {
        for (var at = 0; at < windows.size(); at++) {
            var from = windows.get(at).from();
            var until = windows.get(at).until();
            demand(
                    from == null || until == null || from.isBefore(until),
                    "/windows/%d/until".formatted(at),
                    "is later than from");
            territories("/windows/%d/territories".formatted(at), windows.get(at).territories());
        }
    }

    private void territories(String pointer, Set<String> territories) {
        demand(Territories.areKnown(territories), pointer, "are countries as ISO 3166-1 alpha-2, such as DE");
    }

    private static boolean isHttps(String url) {
        try {
            var address = new URI(url);
            return "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private void demand(boolean sound, String pointer, String detail) {
        if (!sound) {
            faults.add(new FieldError(pointer, detail));
        }
    }
}
