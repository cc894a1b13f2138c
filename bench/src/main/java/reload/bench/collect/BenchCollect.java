package reload.bench.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import reload.bench.load.Ground;
import reload.bench.load.Load;
import reload.bench.load.Measured;
import reload.bench.load.Nginx;
import reload.bench.load.Template;
import reload.lab.shopper.adapter.Console;

/// `bench collect`: beacons of 1 kB with five events, each answered once it is durable, beside an nginx that
/// answers 204 to the same requests from the same generator, in turns. First the edge alone, then with the
/// worker keeping up.
public final class BenchCollect {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONNECTIONS = 256;
    private static final int ROUNDS = 3;
    private static final long LAG_ALLOWED_MS = 5_000;

    private BenchCollect() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean json = Arrays.asList(arguments).contains("--json");
        boolean quick = Arrays.asList(arguments).contains("--quick");
        ObjectNode result = JSON.createObjectNode();
        try (Nginx nginx = Nginx.start(Ground.freePort())) {
            try (Ground ground = Ground.prepare("edge,console")) {
                ingest(ground, nginx, quick, result);
            }
            try (Ground ground = Ground.prepare("edge,worker,console")) {
                steady(ground, quick, result);
            }
        }
        if (json) System.out.println(result.toPrettyString());
    }

    private static void ingest(Ground ground, Nginx nginx, boolean quick, ObjectNode result) throws IOException {
        Template beacons = beacons(ground);
        Load ours = new Load(address(ground), CONNECTIONS, 204, beacons);
        Load control = new Load(nginx.address(), CONNECTIONS, 204, beacons);
        result.put("beaconBytes", beacons.bodyBytes());
        result.put("connections", CONNECTIONS);
        say("beacon of " + beacons.bodyBytes() + " bytes with 5 events, " + CONNECTIONS
                + " connections; the edge alone");
        ours.run(quick ? 3 : 15, 0);
        control.run(2, 0);
        double seconds = quick ? 2 : 6;
        List<Measured> our = new ArrayList<>();
        List<Measured> theirs = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            theirs.add(Measured.of(control, seconds, 0, nginx.process()));
            say("  nginx   " + theirs.getLast());
            our.add(Measured.of(ours, seconds, 0, ground.reload().process()));
            say("  reload  " + our.getLast());
        }
        double ratio = cpu(our) / cpu(theirs);
        say("  CPU a request: %.1f times nginx's".formatted(ratio));
        var rounds = result.putObject("ingest");
        our.forEach(m -> rounds.withArray("reload").add(m.json(JSON)));
        theirs.forEach(m -> rounds.withArray("nginx").add(m.json(JSON)));
        rounds.put("cpuRatio", Math.round(ratio * 100) / 100.0);

        Measured minute = Measured.of(ours, quick ? 5 : 60, 0, ground.reload().process());
        say("  reload, for %.0f s %s".formatted(minute.load().seconds(), minute));
        result.set("sustained", minute.json(JSON));
    }

    /// Looks for the rate at which the worker stays less than 5 s behind.
    private static void steady(Ground ground, boolean quick, ObjectNode result)
            throws IOException, InterruptedException {
        Load load = new Load(address(ground), CONNECTIONS, 204, beacons(ground));
        Console console = ground.console();
        load.run(quick ? 2 : 10, 500);
        say("with the worker keeping up");
        double best = 0;
        double low = 0;
        double high = 0;
        for (double rate = 1_000; high == 0 || high - low > low / 8; rate = high == 0 ? low * 2 : (low + high) / 2) {
            Measured measured =
                    Measured.of(load, quick ? 4 : 15, rate, ground.reload().process());
            long lag = lag(console);
            boolean kept = lag < LAG_ALLOWED_MS && measured.load().perSecond() > rate * 0.97;
            say("  at %6.0f/s %s   lag %d ms".formatted(rate, measured, lag));
            if (kept) {
                low = rate;
                best = measured.load().perSecond();
                ObjectNode at = measured.json(JSON).put("lagMs", lag);
                result.set("steady", at);
            } else {
                high = rate;
            }
            drain(console);
            if (low < 200 && high > 0 && high < 300) break;
        }
        say("  steady: %.0f beacons/s".formatted(best));
    }

    private static double cpu(List<Measured> rounds) {
        return rounds.stream().mapToDouble(m -> m.cpu().all()).average().orElse(Double.NaN);
    }

    private static long lag(Console console) {
        JsonNode status = console.get("/api/status");
        return status.path("lagMs").asLong();
    }

    private static void drain(Console console) throws InterruptedException {
        for (int i = 0; i < 600 && lag(console) > 500; i++) Thread.sleep(200);
    }

    private static Template beacons(Ground ground) {
        return Beacons.of(ground.host(), Ground.MALL, Ground.ORIGIN, 3, new Random());
    }

    private static InetSocketAddress address(Ground ground) {
        return new InetSocketAddress("127.0.0.1", ground.reload().url().getPort());
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
