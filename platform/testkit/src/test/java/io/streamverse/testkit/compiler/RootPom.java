package io.streamverse.testkit.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.NodeList;

/// What the root pom and `.mvn/jvm.config` say to the compiler, read from the files themselves.
final class RootPom {
    private static final Path ROOT = Path.of("../..");
    private static final String COMPILER = "//plugin[artifactId='maven-compiler-plugin']/configuration";

    private RootPom() {}

    static List<String> compilerArguments() throws Exception {
        var release = texts("/project/properties/maven.compiler.release").getFirst();
        return Stream.concat(
                        texts(COMPILER + "/compilerArgs/arg").stream(), Stream.of("-parameters", "--release", release))
                .toList();
    }

    static List<String> processors() throws Exception {
        return texts(COMPILER + "/annotationProcessorPaths/path/artifactId");
    }

    static List<String> compilerJvmArguments() throws IOException {
        return Files.readAllLines(ROOT.resolve(".mvn/jvm.config")).stream()
                .filter(it -> it.startsWith("--add-"))
                .map(it -> "-J" + it)
                .toList();
    }

    private static List<String> texts(String path) throws Exception {
        var pom = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(ROOT.resolve("pom.xml").toFile());
        var nodes = (NodeList) XPathFactory.newDefaultInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(it -> nodes.item(it).getTextContent().strip())
                .toList();
    }
}
