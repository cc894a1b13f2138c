package reload.bench.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// `bench sdk`: gzip bytes of the built bundles, and of the chunks that load when a page is idle and needs them,
/// beside what tools that sense leaving or measure a page weigh: from npm, each bundled by the same esbuild as a
/// page would include it.
public final class BenchSdk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BUNDLES = List.of("stub", "strict", "hold");
    /// What the design allows, bytes.
    private static final Map<String, Integer> BUDGET = Map.of("stub", 500, "strict", 5_000, "hold", 6_000);

    /// A peer's package, and the file in which a page uses it.
    private static final Map<String, String> PEERS = peers(
            "ouibounce",
            "exit-intent",
            "plausible-tracker",
            "web-vitals",
            "@snowplow/browser-tracker",
            "mixpanel-browser",
            "posthog-js");

    private BenchSdk() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("reload.root", "")).toAbsolutePath();
        ObjectNode result = measure(root);
        if (Arrays.asList(arguments).contains("--json")) {
            System.out.println(result);
            return;
        }
        System.out.println("gzip bytes");
        for (String bundle : BUNDLES)
            System.out.printf(
                    "  reload %-18s %7d  (budget %d)%n",
                    bundle, result.at("/bundles/" + bundle).asInt(), BUDGET.get(bundle));
        result.path("chunks")
                .properties()
                .forEach(chunk -> System.out.printf(
                        "  reload %-18s %7d  (when idle and needed)%n",
                        chunk.getKey(), chunk.getValue().asInt()));
        for (String peer : PEERS.keySet())
            System.out.printf(
                    "  %-25s %7d%n", peer, result.path("peers").path(peer).asInt());
    }

    /// @param root of the project
    static ObjectNode measure(Path root) throws IOException, InterruptedException {
        Path sdk = root.resolve("sdk");
        Path manifest = sdk.resolve("dist").resolve("manifest.json");
        if (!Files.exists(sdk.resolve("node_modules"))) run(sdk, "npm", "ci", "--no-audit", "--no-fund");
        run(sdk, "npm", "run", "build");
        Path peers = root.resolve("bench").resolve("sdk");
        if (!Files.exists(peers.resolve("node_modules"))) run(peers, "npm", "ci", "--no-audit", "--no-fund");

        ObjectNode result = JSON.createObjectNode();
        JsonNode built = JSON.readTree(manifest.toFile());
        ObjectNode bundles = result.putObject("bundles");
        for (String bundle : BUNDLES)
            bundles.put(
                    bundle,
                    gzipped(Files.readAllBytes(
                            manifest.resolveSibling(built.path(bundle).asText()))));
        ObjectNode chunks = result.putObject("chunks");
        for (Map.Entry<String, JsonNode> chunk : built.path("chunks").properties())
            chunks.put(
                    chunk.getKey(),
                    gzipped(Files.readAllBytes(
                            manifest.resolveSibling(chunk.getValue().asText()))));
        ObjectNode theirs = result.putObject("peers");
        for (Map.Entry<String, String> peer : PEERS.entrySet())
            theirs.put(peer.getKey(), gzipped(bundled(peers, peer.getValue())));
        return result;
    }

    private static Map<String, String> peers(String... packages) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : packages) files.put(name, name.substring(name.indexOf('/') + 1));
        return files;
    }

    private static byte[] bundled(Path peers, String peer) throws IOException, InterruptedException {
        return run(
                peers,
                "node_modules/.bin/esbuild",
                "peers/" + peer + ".js",
                "--bundle",
                "--minify",
                "--format=iife",
                "--target=es2020",
                "--log-level=error");
    }

    private static int gzipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        }
        return out.size();
    }

    private static byte[] run(Path in, String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        Process process = new ProcessBuilder(words)
                .directory(in.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] out = process.getInputStream().readAllBytes();
        int code = process.waitFor();
        if (code != 0)
            throw new IOException(String.join(" ", command) + " in " + in.getFileName() + " ended with " + code);
        return out;
    }
}
