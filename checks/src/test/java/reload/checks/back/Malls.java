package reload.checks.back;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import reload.checks.stage.PlanQuestion;
import reload.lab.shopper.adapter.Console;
import reload.lab.trial.RunningReload;

/// Reload as it is delivered, with three malls that share the pages of the test: one of the strict bundle, one that
/// holds Back, and one that holds Back and half of whose visitors are held out.
final class Malls implements AutoCloseable {
    /// The words of a banner that is always there, and where it leads.
    static final String BANNER = "Look here";

    static final String BANNER_PAGE = "/product/9";
    static final String HELD_OUT = "held";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path data;
    private final RunningReload application;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Console console;
    private final Random random = new Random(3);

    /// @param grounds of all lanes: where the pages are
    Malls(Path root, List<Grounds> grounds) throws IOException, InterruptedException {
        data = Files.createTempDirectory("reload-back");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        application = RunningReload.start(
                root,
                data,
                port,
                List.of("-XX:TieredStopAtLevel=1", "-Dreload.demo=true", "-Dreload.demo.mall-port=1"));
        Runtime.getRuntime().addShutdownHook(new Thread(application::close));
        console = Console.signIn(client, application.url(), RunningReload.EMAIL, RunningReload.PASSWORD);
        open("strict", grounds, 0);
        open("hold", grounds, 0);
        open(HELD_OUT, grounds, 0.5);
        for (Grounds ground : grounds) ground.open(this);
    }

    private void open(String key, List<Grounds> grounds, double holdOut) {
        console.openMall(key, grounds.getFirst().mall().toString(), "KRW", "Asia/Seoul", false);
        ObjectNode origins = JSON.createObjectNode();
        grounds.forEach(
                ground -> origins.withArray("/origins").add(ground.mall().toString()));
        console.put("/api/malls/" + key + "/origins", origins);
        ObjectNode settings = console.get("/api/malls/" + key + "/settings")
                .path("published")
                .path("settings")
                .deepCopy();
        settings.put("holdOutShare", holdOut);
        for (Grounds ground : grounds)
            settings.withArray("/searchEngines").add(ground.search().getAuthority());
        if (!key.equals("strict"))
            settings.withObject("/triggers")
                    .withObject("/backHold")
                    .put("on", true)
                    .putObject("acknowledged")
                    .put("text", "back-hold-policy-1");
        // The banner alone: goods come and go with what the mall's catalogue has learnt.
        for (JsonNode block : settings.at("/page/blocks")) {
            boolean banner = block.path("kind").asText().equals("banner");
            ((ObjectNode) block).put("on", banner);
            if (banner) ((ObjectNode) block).put("text", BANNER).put("url", BANNER_PAGE);
        }
        console.put(
                "/api/malls/" + key + "/settings/draft", JSON.createObjectNode().set("settings", settings));
        console.post("/api/malls/" + key + "/settings/publish", JSON.createObjectNode());
    }

    URI reload() {
        return application.url();
    }

    /// What the mall puts in its pages.
    String snippet(String key) {
        return console.get("/api/malls/" + key + "/install").path("snippet").asText();
    }

    Console console() {
        return console;
    }

    /// A visitor of the arm, as the page keeps it.
    String visitor(Grounds ground, String arm) {
        for (int nth = 0; nth < 100; nth++) {
            byte[] id = new byte[16];
            random.nextBytes(id);
            String visitor = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
            String page = ground.mall() + "/product/1?utm_source=feed&utm_medium=cpc";
            JsonNode plan = new PlanQuestion(
                            HELD_OUT, visitor, ground.mall().toString(), page, "1", ground.feed() + "/")
                    .ask(client, reload());
            if (plan.path("arm").asText().equals(arm)) return visitor;
        }
        throw new IllegalStateException("none of a hundred visitors is " + arm);
    }

    @Override
    public void close() throws IOException {
        application.close();
        try (var files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
