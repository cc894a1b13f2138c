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
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// `bench sdk`: gzip bytes of the built bundles beside those of ouibounce, plausible-tracker and posthog-js
/// from npm, each bundled by the same esbuild as a page would include it.
public final class BenchSdk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BUNDLES = List.of("stub", "strict", "hold");
    /// What the design allows, bytes.
    private static final Map<String, Integer> BUDGET = Map.of("stub", 512, "strict", 5 * 1024, "hold", 6 * 1024);

    private static final List<String> PEERS = List.of("ouibounce", "plausible-tracker", "posthog-js");

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
        for (String peer : PEERS)
            System.out.printf("  %-25s %7d%n", peer, result.at("/peers/" + peer).asInt());
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
        ObjectNode theirs = result.putObject("peers");
        for (String peer : PEERS) theirs.put(peer, gzipped(bundled(peers, peer)));
        return result;
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
