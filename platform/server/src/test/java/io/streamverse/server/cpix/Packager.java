package io.streamverse.server.cpix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Reads documents as who holds the private key of a certificate does.
final class Packager {
    private Packager() {}

    static String certificate() {
        return Base64.getEncoder().encodeToString(bytes("packager.der"));
    }

    static String request() {
        return new String(bytes("request.xml"), StandardCharsets.UTF_8);
    }

    static String requestWithCertificate() {
        return request().replace("<cpix:ContentKeyList>", """
                        <cpix:DeliveryDataList><cpix:DeliveryData id="origin"><cpix:DeliveryKey>\
                        <ds:X509Data xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Certificate>%s\
                        </ds:X509Certificate></ds:X509Data></cpix:DeliveryKey></cpix:DeliveryData>\
                        </cpix:DeliveryDataList><cpix:ContentKeyList>""".formatted(certificate()));
    }

    static Document parse(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    static List<Element> all(Document document, String name) {
        return within(document.getDocumentElement(), name);
    }

    static List<Element> within(Element element, String name) {
        var found = element.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(it -> (Element) found.item(it))
                .toList();
    }

    /// The keys in hex, each checked against its MAC.
    static List<String> keys(Document document) throws Exception {
        var documentKey = rsa(value(all(document, "DocumentKey").getFirst()));
        var macKey = rsa(value(all(document, "MACMethod").getFirst()));
        var keys = new ArrayList<String>();
        for (var key : all(document, "ContentKey")) {
            var closed = value(key);
            var mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(macKey, "HmacSHA512"));
            assertThat(Base64.getDecoder()
                            .decode(within(key, "ValueMAC").getFirst().getTextContent()))
                    .isEqualTo(mac.doFinal(closed));
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(documentKey, "AES"),
                    new IvParameterSpec(Arrays.copyOf(closed, 16)));
            keys.add(HexFormat.of().formatHex(cipher.doFinal(closed, 16, closed.length - 16)));
        }
        return keys;
    }

    private static byte[] value(Element element) {
        return Base64.getDecoder()
                .decode(within(element, "CipherValue").getFirst().getTextContent());
    }

    private static byte[] rsa(byte[] closed) throws Exception {
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes("packager.key")));
        var cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        return cipher.doFinal(closed);
    }

    private static byte[] bytes(String name) {
        try (var in = Objects.requireNonNull(Packager.class.getResourceAsStream("/cpix/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
