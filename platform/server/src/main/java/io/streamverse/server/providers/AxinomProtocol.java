package io.streamverse.server.providers;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The challenge goes on as it came; what the licence may be is said in a signed message beside it.
/// https://docs.axinom.com/services/drm/license-service/entitlement-message
final class AxinomProtocol implements LicenceProtocol {
    private static final Duration USABLE = Duration.ofMinutes(2);
    private static final String SOAP_ACTION = "\"http://schemas.microsoft.com/DRM/2007/03/protocols/AcquireLicense\"";

    /// HDCP Type Restriction, type 1: only cables of HDCP 2.2.
    private static final Map<String, String> TYPE_1 =
            Map.of("id", "ABB2C6F1-E663-4625-A945-972D17B231E7", "config_data", "AAAAAQ==");

    @Override
    public HttpRequest.Builder write(
            HttpRequest.Builder request, LicenceOrder order, Provider provider, ProviderSecret secret) {
        request.header("X-AxDRM-Message", token(order, provider, secret))
                .header("Content-Type", order.system().contentType())
                .POST(BodyPublishers.ofByteArray(order.challengeBytes()));
        return order.system() == KeySystem.PLAYREADY ? request.header("SOAPAction", SOAP_ACTION) : request;
    }

    @Override
    public byte[] read(byte[] answer) {
        return answer;
    }

    private static String token(LicenceOrder order, Provider provider, ProviderSecret secret) {
        var key = HexFormat.of().parseHex(secret.key());
        var envelope = Map.of(
                "version", 1,
                "id", UUID.randomUUID().toString(),
                "com_key_id", provider.account(),
                "begin_date", order.now().minus(USABLE).toString(),
                "expiration_date", order.now().plus(USABLE).toString(),
                "message", message(order, key));
        var signed = base64url(ProviderJson.bytes(Map.of("alg", "HS256", "typ", "JWT"))) + "."
                + base64url(ProviderJson.bytes(envelope));
        return signed + "." + base64url(Crypto.hmac256(key, signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Map<String, Object> message(LicenceOrder order, byte[] communicationKey) {
        var keys = order.grants().stream()
                .map(it -> inline(it, order.system(), communicationKey))
                .toList();
        var policies = order.grants().stream()
                .map(it -> policy(it, order.system()))
                .distinct()
                .toList();
        return Map.of(
                "type",
                "entitlement_message",
                "version",
                2,
                "license_server",
                Map.of("access_control", Map.of("prevent_drm_message_reuse", true)),
                "license",
                license(order),
                "content_keys_source",
                Map.of("inline", keys),
                "content_key_usage_policies",
                policies);
    }

    private static Map<String, Object> license(LicenceOrder order) {
        var ofSystem = new LinkedHashMap<String, Object>();
        if (order.system() == KeySystem.WIDEVINE) {
            ofSystem.put("real_time_duration_expiration", true);
        } else {
            ofSystem.put("real_time_expiration", true);
        }
        var playWithin = order.playWithin();
        if (playWithin != null) {
            ofSystem.put("playback_duration", playWithin.toSeconds());
        }
        return Map.of(
                "expiration_datetime",
                order.end().toString(),
                "allow_persistence",
                order.isKept(),
                order.system().label(),
                ofSystem);
    }

    /// The key id is the vector, so no two keys are closed alike.
    private static Map<String, Object> inline(KeyGrant grant, KeySystem system, byte[] communicationKey) {
        var key = grant.tiered().key();
        var id = HexFormat.of().parseHex(key.keyId());
        var inline = new LinkedHashMap<String, Object>();
        inline.put("id", Crypto.uuid(key.keyId()));
        inline.put(
                "encrypted_key",
                base64(Crypto.aesCbc(communicationKey, id, HexFormat.of().parseHex(key.key()), "NoPadding")));
        if (system == KeySystem.FAIRPLAY) {
            inline.put("iv", base64(HexFormat.of().parseHex(key.iv())));
        }
        inline.put("usage_policy", grant.tier());
        return inline;
    }

    private static Map<String, Object> policy(KeyGrant grant, KeySystem system) {
        return Map.of("name", grant.tier(), system.label(), demands(grant.rule(), system));
    }

    private static Map<String, Object> demands(TierRule rule, KeySystem system) {
        var demands = new LinkedHashMap<String, Object>();
        var version = rule.hdcp().version();
        switch (system) {
            case WIDEVINE -> {
                demands.put("device_security_level", rule.robustness().widevineName());
                if (version != null) {
                    demands.put("hdcp", version);
                }
            }
            case PLAYREADY -> {
                demands.put("min_device_security_level", rule.robustness().playReady());
                demands.put("uncompressed_digital_video_opl", rule.hdcp().playReadyLevel());
                if (rule.hdcp().isStrict()) {
                    demands.put("digital_video_output_protections", List.of(TYPE_1));
                }
            }
            case FAIRPLAY -> {
                if (version != null) {
                    demands.put("hdcp", rule.hdcp().isStrict() ? "TYPE1" : "TYPE0");
                }
            }
            case CLEARKEY -> throw new IllegalStateException("ClearKey has no provider");
        }
        return demands;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
