package io.streamverse.worker.fetch;

import io.streamverse.worker.work.WorkFailure;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// An address as far as it can be judged before its host is looked up.
record Target(URI url, String host, int port, boolean secure) {
    private static final Pattern NUMBER = Pattern.compile("(?i)(^|\\.)(\\d+|0x[0-9a-f]*)\\.?$");
    private static final Pattern FOUR_NUMBERS = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

    static Target of(URI url, FetchConfig config) throws WorkFailure {
        var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw FetchFailure.address("give one that begins with https:// or http://.");
        }
        if (url.getRawUserInfo() != null) {
            throw FetchFailure.address("take the user and password out of it, and sign the address instead.");
        }
        var host = url.getHost();
        if (host == null || host.isEmpty()) {
            throw FetchFailure.address("its host has no valid name.");
        }
        if (NUMBER.matcher(host).find() && !FOUR_NUMBERS.matcher(host).matches()) {
            throw FetchFailure.address("its host is a number that programs read in different ways.");
        }
        var secure = scheme.equals("https");
        var port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        if (!config.ports().contains(port)) {
            throw FetchFailure.address("its port %d is not open here.".formatted(port));
        }
        return new Target(url, host.toLowerCase(Locale.ROOT), port, secure);
    }

    Target redirectedTo(String location, FetchConfig config) throws WorkFailure {
        try {
            return of(url.resolve(location), config);
        } catch (IllegalArgumentException _) {
            throw FetchFailure.address("it leads to one that is none.");
        }
    }

    String pathAndQuery() {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    String authority() {
        return port == (secure ? 443 : 80) ? host : host + ":" + port;
    }
}
