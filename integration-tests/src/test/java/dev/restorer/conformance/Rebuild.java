package dev.restorer.conformance;

import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One restore of a whole build that was recorded from the lifecycle. */
record Rebuild(Path directory, JsonNode settings) {

    static Rebuild in(Path directory) {
        return new Rebuild(directory, new ObjectMapper().readTree(directory.resolve("case.json")));
    }

    Path before() {
        return directory.resolve("before");
    }

    Map<String, Object> expected() {
        return RebuiltTree.expected(directory.resolve("expected.json"));
    }

    /** Runs the command as a platform does, with the umask that the rebuilds were recorded with. */
    Finished restore(Path layers, Path emptyCache) {
        Path cache = settings.required("no-cache").booleanValue() ? emptyCache : directory.resolveSibling("cache");
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 022; exec \"$@\"", "sh", "env"));
        variables().forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(
                List.of(Checkout.command(), "restore", "-layers", layers.toString(), "-cache-dir", cache.toString()));
        if (settings.required("skip-layers").booleanValue()) {
            command.add("-skip-layers");
        }
        return Processes.run(command);
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("CNB_PLATFORM_API", settings.required("platform-api").asString());
        settings.required("env")
                .properties()
                .forEach(variable ->
                        variables.put(variable.getKey(), variable.getValue().asString()));
        return variables;
    }

    /** The Platform API and the name of the case. */
    @Override
    public String toString() {
        return directory.getParent().getFileName() + " " + directory.getFileName();
    }
}
