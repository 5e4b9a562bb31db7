package io.streamverse.server.providers;

import io.streamverse.kernel.problem.Rejected;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Google's licence service for proxies: challenge, keys and policy in one JSON text, and its signature.
/// "Widevine DRM Proxy Integration": the signature is the SHA-1 of the text, encrypted with AES-CBC.
final class WidevineProtocol implements LicenceProtocol {
    @Override
    public HttpRequest.Builder write(
            HttpRequest.Builder request, LicenceOrder order, Provider provider, ProviderSecret secret) {
        var text = ProviderJson.bytes(message(order, provider));
        var signature = Crypto.aesCbc(
                HexFormat.of().parseHex(secret.key()),
                HexFormat.of().parseHex(secret.iv()),
                Crypto.sha1(text),
                "PKCS5Padding");
        var body = Map.of("request", base64(text), "signature", base64(signature), "signer", provider.account());
        return request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(ProviderJson.bytes(body)));
    }

    @Override
    public byte[] read(byte[] answer) {
        var root = ProviderJson.tree(answer);
        var licence = root.path("license").textValue();
        if (!"OK".equals(root.path("status").textValue()) || licence == null) {
            throw new Rejected("drm.challenge.refused", "The licence service did not take this licence request");
        }
        return Base64.getDecoder().decode(licence);
    }

    private static Map<String, Object> message(LicenceOrder order, Provider provider) {
        var first = order.grants().getFirst().tiered().key().keyId();
        return Map.of(
                "payload", base64(order.challengeBytes()),
                "provider", provider.account(),
                "content_id", base64(HexFormat.of().parseHex(first)),
                "content_key_specs",
                        order.grants().stream().map(WidevineProtocol::spec).toList(),
                "use_policy_overrides_exclusively", true,
                "policy_overrides", overrides(order));
    }

    private static Map<String, Object> spec(KeyGrant grant) {
        var key = grant.tiered().key();
        return Map.of(
                "track_type", trackType(grant),
                "key_id", base64(HexFormat.of().parseHex(key.keyId())),
                "key", base64(HexFormat.of().parseHex(key.key())),
                "security_level", grant.rule().robustness().widevineLevel(),
                "required_output_protection", Map.of("hdcp", grant.rule().hdcp().widevine()));
    }

    private static String trackType(KeyGrant grant) {
        var tier = grant.tier().toUpperCase(Locale.ROOT);
        return tier.equals("UHD") ? "UHD1" : tier;
    }

    private static Map<String, Object> overrides(LicenceOrder order) {
        var overrides = new LinkedHashMap<String, Object>();
        overrides.put("can_play", true);
        overrides.put("can_persist", order.isKept());
        overrides.put("can_renew", false);
        overrides.put("license_duration_seconds", order.secondsLeft());
        var playWithin = order.playWithin();
        if (playWithin != null) {
            overrides.put("rental_duration_seconds", order.secondsLeft());
            overrides.put("playback_duration_seconds", playWithin.toSeconds());
        }
        return overrides;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
