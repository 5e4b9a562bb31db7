package io.streamverse.server.cpix;

import static io.streamverse.server.cpix.SpekeRequest.attribute;
import static io.streamverse.server.cpix.SpekeRequest.name;

import io.streamverse.media.work.ContentKey;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.jspecify.annotations.Nullable;

/// Copies a request element by element, with keys and signalling where it left room for them.
final class Filling {
    private final SpekeRequest request;
    private final Map<String, ContentKey> keys;
    private final @Nullable Envelope envelope;
    private final XmlOut out = new XmlOut();
    private Map<String, String> values = Map.of();
    private boolean isRoot = true;

    /// Inside a key, what the encryptor wrote about its value is ours to say.
    private int skipped;

    Filling(SpekeRequest request, Map<String, ContentKey> keys, @Nullable Envelope envelope) {
        this.request = request;
        this.keys = keys;
        this.envelope = envelope;
    }

    String document() {
        request.events().forEach(this::copy);
        return out.document();
    }

    private void copy(XMLEvent event) {
        if (event.isStartElement()) {
            begin(event.asStartElement());
        } else if (event.isEndElement()) {
            end();
        } else if (event.isCharacters() && skipped == 0) {
            out.text(event.asCharacters().getData());
        }
    }

    private void begin(StartElement element) {
        var own = element.getName().getLocalPart();
        if (skipped > 0) {
            skipped++;
            return;
        }
        if (!Namespaces.include(element.getName().getNamespaceURI())) {
            throw SpekeRequest.invalid("Element %s is of no namespace of CPIX".formatted(own));
        }
        open(element, own);
        if (element.getName().equals(name("ContentKey"))) {
            out.key(Objects.requireNonNull(keys.get(kid(element))).key(), envelope);
            skipped = 1;
        } else if (element.getName().equals(name("DeliveryData")) && envelope != null) {
            out.delivery(envelope);
            skipped = 1;
        } else if (element.getName().equals(name("DRMSystem"))) {
            values = systemValues(element);
        } else {
            var playlist = attribute(element, "playlist");
            var value = values.get(playlist == null ? own : own + " " + playlist);
            if (value != null && element.getName().getNamespaceURI().equals(Namespaces.CPIX)) {
                out.text(value);
            }
        }
    }

    private void open(StartElement element, String own) {
        if (isRoot) {
            out.root(element.getName().getNamespaceURI(), own);
            isRoot = false;
        } else {
            out.begin(element.getName().getNamespaceURI(), own);
        }
        element.getAttributes().forEachRemaining(it -> out.with(it.getName().getLocalPart(), it.getValue()));
    }

    private void end() {
        if (skipped > 1) {
            skipped--;
            return;
        }
        skipped = 0;
        out.end();
    }

    private Map<String, String> systemValues(StartElement element) {
        var id = kid(element);
        var wanted = request.keys().get(id);
        if (wanted == null) {
            throw SpekeRequest.invalid("A DRMSystem names a kid that no ContentKey has");
        }
        return Systems.values(String.valueOf(attribute(element, "systemId")), Speke.signalling(id, wanted));
    }

    private static String kid(StartElement element) {
        return Uuids.hex(String.valueOf(attribute(element, "kid")));
    }
}
