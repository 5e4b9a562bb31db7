package io.streamverse.server.cpix;

import java.io.StringWriter;
import java.util.Base64;
import java.util.HexFormat;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// Writes XML into memory, where nothing can go wrong but by a fault of ours.
final class XmlOut {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    private interface Act {
        void run() throws XMLStreamException;
    }

    XmlOut() {
        try {
            out = FACTORY.createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written", e);
        }
    }

    XmlOut root(String namespace, String name) {
        begin(namespace, name);
        for (var each : new String[] {Namespaces.CPIX, Namespaces.PSKC, Namespaces.DS, Namespaces.ENC}) {
            act(() -> out.writeNamespace(Namespaces.prefix(each), each));
        }
        return this;
    }

    XmlOut begin(String namespace, String name) {
        return act(() -> out.writeStartElement(Namespaces.prefix(namespace), name, namespace));
    }

    XmlOut with(String attribute, @Nullable String value) {
        return value == null ? this : act(() -> out.writeAttribute(attribute, value));
    }

    XmlOut text(String value) {
        return act(() -> out.writeCharacters(value));
    }

    XmlOut end() {
        return act(out::writeEndElement);
    }

    XmlOut element(String namespace, String name, String value) {
        return begin(namespace, name).text(value).end();
    }

    /// `EncryptedValue`'s content: how, and what.
    XmlOut cipher(String algorithm, String value) {
        return begin(Namespaces.ENC, "EncryptionMethod")
                .with("Algorithm", algorithm)
                .end()
                .begin(Namespaces.ENC, "CipherData")
                .element(Namespaces.ENC, "CipherValue", value)
                .end();
    }

    /// What a document says of the holder of a certificate: `DeliveryData`'s content.
    XmlOut delivery(Envelope envelope) {
        begin(Namespaces.CPIX, "DeliveryKey").begin(Namespaces.DS, "X509Data");
        element(Namespaces.DS, "X509Certificate", envelope.certificate()).end().end();
        return secretsOf(envelope);
    }

    XmlOut secretsOf(Envelope envelope) {
        begin(Namespaces.CPIX, "DocumentKey").with("Algorithm", Namespaces.AES_256_CBC);
        begin(Namespaces.CPIX, "Data").begin(Namespaces.PSKC, "Secret").begin(Namespaces.PSKC, "EncryptedValue");
        cipher(Namespaces.RSA_OAEP, envelope.closedDocumentKey())
                .end()
                .end()
                .end()
                .end();
        begin(Namespaces.CPIX, "MACMethod").with("Algorithm", Namespaces.HMAC_SHA_512);
        begin(Namespaces.CPIX, "Key");
        return cipher(Namespaces.RSA_OAEP, envelope.closedMacKey()).end().end();
    }

    /// `ContentKey`'s content; in the clear where there is nobody to close it for.
    XmlOut key(String hex, @Nullable Envelope envelope) {
        var bytes = HexFormat.of().parseHex(hex);
        begin(Namespaces.CPIX, "Data").begin(Namespaces.PSKC, "Secret");
        if (envelope == null) {
            element(Namespaces.PSKC, "PlainValue", base64(bytes));
        } else {
            var closed = envelope.close(bytes);
            begin(Namespaces.PSKC, "EncryptedValue")
                    .cipher(Namespaces.AES_256_CBC, base64(closed))
                    .end();
            element(Namespaces.PSKC, "ValueMAC", envelope.mac(closed));
        }
        return end().end();
    }

    String document() {
        act(out::writeEndDocument);
        act(out::flush);
        return text.toString();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private XmlOut act(Act act) {
        try {
            act.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written", e);
        }
    }
}
