package dev.restorer.packaged;

import dev.restorer.process.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A POM of this project, as it is written. */
final class Pom {

    private static final String OURS = "dev.restorer";

    private final Document document;

    private Pom(Document document) {
        this.document = document;
    }

    /** Reads that of a module, or with an empty name that of the parent. */
    static Pom of(String module) {
        Path file = Checkout.root().resolve(module).resolve("pom.xml");
        try {
            return new Pom(DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile()));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    /** Returns the modules that are deployed, without those that are only a POM. */
    static List<String> publishedJars() {
        return of("").all("/project/modules/module").stream()
                .filter(module -> of(module).all("/project/packaging[.='pom']").isEmpty())
                .filter(module -> of(module)
                        .all("/project/properties/maven.deploy.skip[.='true']")
                        .isEmpty())
                .toList();
    }

    String version() {
        return all("/project/version | /project/parent/version").get(0);
    }

    /** Returns the modules of this project that it manages. */
    Set<String> managedModules() {
        return Set.copyOf(all("/project/dependencyManagement//dependency[groupId='" + OURS + "']/artifactId"));
    }

    /** Returns the groups, and the artifacts, that it manages. */
    Set<String> managedLibraries() {
        String managed = "/project/dependencyManagement//dependency";
        return Set.copyOf(all(managed + "[scope='import']/groupId | " + managed + "/artifactId"));
    }

    /** Returns the modules of this project that it needs outside of its tests. */
    Set<String> modules() {
        return Set.copyOf(
                all("/project/dependencies/dependency[groupId='" + OURS + "'][not(scope='test')]/artifactId"));
    }

    /** Returns the groups of the libraries that it needs outside of its tests, each with its artifact. */
    Set<List<String>> libraries() {
        String needed = "/project/dependencies/dependency[not(groupId='" + OURS + "')][not(scope='test')]";
        return all(needed + "/artifactId").stream()
                .map(artifact -> List.of(
                        all(needed + "[artifactId='" + artifact + "']/groupId").get(0), artifact))
                .collect(Collectors.toSet());
    }

    private List<String> all(String path) {
        try {
            NodeList nodes = (NodeList)
                    XPathFactory.newDefaultInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent());
            }
            return texts;
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
