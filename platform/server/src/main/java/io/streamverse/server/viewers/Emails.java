package io.streamverse.server.viewers;

import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Rejected;
import java.net.IDN;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address in the one form in which it is kept and compared.
final class Emails {
    private static final int LONGEST = 254;
    private static final Pattern LOCAL = Pattern.compile("[^\\s\\p{Cntrl}@\"<>(),;:\\\\\\[\\]]{1,64}");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private Emails() {}

    static Optional<String> canonical(String address) {
        var text = Normalizer.normalize(address.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var at = text.lastIndexOf('@');
        if (at < 0
                || text.length() > LONGEST
                || !LOCAL.matcher(text.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return ascii(text.substring(at + 1)).map(domain -> text.substring(0, at) + "@" + domain);
    }

    static String require(String address) {
        return canonical(address)
                .orElseThrow(() -> new Rejected(
                        "http.request.invalid",
                        "Some fields break a rule; see errors",
                        List.of(new FieldError("/email", "is no e-mail address"))));
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain).toLowerCase(Locale.ROOT))
                    .filter(it -> DOMAIN.matcher(it).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
