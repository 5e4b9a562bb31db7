package io.streamverse.server.cpix;

import io.streamverse.kernel.problem.Rejected;
import io.streamverse.media.index.Scheme;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.jspecify.annotations.Nullable;

/// What an encryptor asks for, and its document as it came. Nothing is ever fetched or expanded for it: a document type
/// is refused.
record SpekeRequest(
        String contentId,
        Map<String, Wanted> keys,
        @Nullable String certificate,
        List<XMLEvent> events) {
    private static final int MOST_EVENTS = 20_000;
    private static final int DEEPEST = 16;
    private static final int MOST_KEYS = 128;
    private static final XMLInputFactory FACTORY = factory();

    record Wanted(Scheme scheme, @Nullable String iv) {}

    static SpekeRequest read(String document) {
        var events = events(document);
        var root = starts(events).findFirst().orElseThrow();
        if (!root.getName().equals(name("CPIX")) || !"2.3".equals(attribute(root, "version"))) {
            throw invalid("Unsupported CPIX@version");
        }
        var contentId = attribute(root, "contentId");
        if (contentId == null || contentId.isBlank() || contentId.length() > 255) {
            throw invalid("Missing CPIX@contentId");
        }
        var keys = new LinkedHashMap<String, Wanted>();
        starts(events)
                .filter(it -> it.getName().equals(name("ContentKey")))
                .forEach(it -> keys.put(Uuids.hex(demand(it, "kid")), wanted(it)));
        if (keys.isEmpty() || keys.size() > MOST_KEYS) {
            throw invalid("A request is for 1 to %d keys".formatted(MOST_KEYS));
        }
        return new SpekeRequest(contentId, keys, certificate(events).orElse(null), events);
    }

    static Stream<StartElement> starts(List<XMLEvent> events) {
        return events.stream().filter(XMLEvent::isStartElement).map(XMLEvent::asStartElement);
    }

    static QName name(String local) {
        return new QName(Namespaces.CPIX, local);
    }

    static @Nullable String attribute(StartElement element, String name) {
        var attribute = element.getAttributeByName(new QName(name));
        return attribute == null ? null : attribute.getValue();
    }

    private static Wanted wanted(StartElement key) {
        var scheme = switch (demand(key, "commonEncryptionScheme")) {
            case "cenc" -> Scheme.CENC;
            case "cbcs" -> Scheme.CBCS;
            default -> throw invalid("ContentKey@commonEncryptionScheme is cenc or cbcs here");
        };
        var iv = attribute(key, "explicitIV");
        return new Wanted(scheme, iv == null ? null : iv(iv));
    }

    private static String iv(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (bytes.length == 16) {
                return HexFormat.of().formatHex(bytes);
            }
        } catch (IllegalArgumentException _) {
            throw invalid("ContentKey@explicitIV is 16 bytes in base64");
        }
        throw invalid("ContentKey@explicitIV is 16 bytes in base64");
    }

    private static Optional<String> certificate(List<XMLEvent> events) {
        for (int i = 0; i + 1 < events.size(); i++) {
            if (events.get(i).isStartElement()
                    && events.get(i).asStartElement().getName().equals(new QName(Namespaces.DS, "X509Certificate"))
                    && events.get(i + 1).isCharacters()) {
                return Optional.of(events.get(i + 1).asCharacters().getData());
            }
        }
        return Optional.empty();
    }

    private static List<XMLEvent> events(String document) {
        try {
            var reader = FACTORY.createXMLEventReader(new StringReader(document));
            var events = new ArrayList<XMLEvent>();
            var depth = 0;
            while (reader.hasNext()) {
                var event = reader.nextEvent();
                depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
                if (event.getEventType() == XMLEvent.DTD || depth > DEEPEST || events.size() == MOST_EVENTS) {
                    throw invalid("A CPIX document has no document type, and is neither long nor deep");
                }
                events.add(event);
            }
            return events;
        } catch (XMLStreamException _) {
            throw invalid("This is no XML");
        }
    }

    private static String demand(StartElement element, String name) {
        var value = attribute(element, name);
        if (value == null) {
            throw invalid("Missing %s@%s".formatted(element.getName().getLocalPart(), name));
        }
        return value;
    }

    static Rejected invalid(String detail) {
        return new Rejected("drm.cpix.invalid", detail);
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }
}
