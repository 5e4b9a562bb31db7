package io.streamverse.media.manifest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// An MPD as the JDK's parser reads it.
record Mpd(Element element) {
    record Segment(String address, long time, long duration) {}

    static Mpd read(String text) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            return new Mpd(factory.newDocumentBuilder().parse(bytes).getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(text, e);
        }
    }

    static List<Element> children(Element of, String name) {
        var found = new ArrayList<Element>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element it && it.getLocalName().equals(name)) {
                found.add(it);
            }
        }
        return found;
    }

    static Element child(Element of, String name) {
        var found = children(of, name);
        if (found.size() != 1) {
            throw new AssertionError("%d %s in %s".formatted(found.size(), name, of.getLocalName()));
        }
        return found.getFirst();
    }

    List<Element> sets(String contentType) {
        return children(child(element, "Period"), "AdaptationSet").stream()
                .filter(it -> it.getAttribute("contentType").equals(contentType))
                .toList();
    }

    Duration duration() {
        return Duration.parse(element.getAttribute("mediaPresentationDuration"));
    }

    static boolean isTrickMode(Element set) {
        return children(set, "EssentialProperty").stream()
                .anyMatch(it -> it.getAttribute("schemeIdUri").endsWith("/trickmode"));
    }

    /// Its own template, or its set's.
    static Element template(Element representation) {
        var own = children(representation, "SegmentTemplate");
        return own.isEmpty() ? child((Element) representation.getParentNode(), "SegmentTemplate") : own.getFirst();
    }

    static List<Segment> segments(Element representation) {
        var template = template(representation);
        var media = template.getAttribute("media").replace("$RepresentationID$", representation.getAttribute("id"));
        long number = Long.parseLong(template.getAttribute("startNumber"));
        long time = 0;
        var found = new ArrayList<Segment>();
        for (var run : children(child(template, "SegmentTimeline"), "S")) {
            time = run.hasAttribute("t") ? Long.parseLong(run.getAttribute("t")) : time;
            long duration = Long.parseLong(run.getAttribute("d"));
            int repeats = run.hasAttribute("r") ? Integer.parseInt(run.getAttribute("r")) : 0;
            for (int i = 0; i <= repeats; i++) {
                found.add(new Segment(media.replace("$Number$", String.valueOf(number++)), time, duration));
                time += duration;
            }
        }
        return found;
    }
}
