package reload.bench.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Random;
import reload.bench.collect.Beacons;
import reload.bench.load.Ground;
import reload.bench.load.Load;
import reload.bench.load.Measured;
import reload.bench.load.Nginx;
import reload.bench.load.Template;
import reload.lab.shopper.adapter.Console;

/// `bench plan`: 500 plan requests a second, timed from when they fell due, beside an nginx that answers 204 to
/// the same requests, in turns; then once more while the worker folds a backlog.
public final class BenchPlan {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONNECTIONS = 32;
    private static final double RATE = 500;
    private static final int ROUNDS = 3;

    private BenchPlan() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean json = Arrays.asList(arguments).contains("--json");
        double seconds = Arrays.asList(arguments).contains("--quick") ? 4 : 15;
        ObjectNode result = JSON.createObjectNode().put("perSecond", RATE);
        try (Nginx nginx = Nginx.start(Ground.freePort());
                Ground ground = Ground.prepare("edge,worker,console")) {
            beacons(ground).run(20, 500); // the mall is known: its products, and what is viewed together
            ground.console().switchOn(Ground.MALL, null);
            Load control = new Load(nginx.address(), CONNECTIONS, 204, asks(ground));
            Load ours = asking(ground);
            warm(ours, control, seconds);
            say("plans at rest, " + (int) RATE + "/s");
            turns(ours, control, ground, nginx, seconds, result.putObject("atRest"));

            ground.turnTo("edge,console");
            beacons(ground).run(2 * seconds, 0); // nobody folds these yet
            ground.turnTo("edge,worker,console");
            ours = asking(ground);
            warm(ours, control, seconds);
            ObjectNode replaying = result.putObject("replaying").put("lagMsBefore", lag(ground.console()));
            say("plans while the worker folds what has gathered, a quarter of a minute after a restart");
            turns(ours, control, ground, nginx, seconds / 3, replaying.putObject("restarted"));
            warm(ours, control, seconds);
            say("plans while the worker folds what has gathered");
            turns(ours, control, ground, nginx, seconds / 3, replaying);
            replaying.put("lagMsAfter", lag(ground.console()));
            say("  lag before %d ms, after %d ms"
                    .formatted(
                            replaying.path("lagMsBefore").asLong(),
                            replaying.path("lagMsAfter").asLong()));
        }
        if (json) System.out.println(result.toPrettyString());
    }

    private static void turns(Load ours, Load control, Ground ground, Nginx nginx, double seconds, ObjectNode result)
            throws IOException {
        double worst = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ROUNDS; i++) {
            Measured theirs = Measured.of(control, seconds, RATE, nginx.process());
            say("  nginx   " + theirs);
            Measured our = Measured.of(ours, seconds, RATE, ground.reload().process());
            say("  reload  " + our);
            double above = our.load().latencies().percentileMs(0.99)
                    - theirs.load().latencies().percentileMs(0.99);
            worst = Math.max(worst, above);
            result.withArray("nginx").add(theirs.json(JSON));
            result.withArray("reload").add(our.json(JSON));
        }
        result.put("p99AboveControlMsWorst", Math.round(worst * 100) / 100.0);
        say("  p99 above the control: at most %.2f ms".formatted(worst));
    }

    private static void warm(Load ours, Load control, double seconds) throws IOException {
        ours.run(seconds, RATE);
        control.run(2, RATE);
    }

    private static Load asking(Ground ground) {
        return new Load(address(ground), CONNECTIONS, 200, asks(ground));
    }

    private static Load beacons(Ground ground) {
        return new Load(
                address(ground), 256, 204, Beacons.of(ground.host(), Ground.MALL, Ground.ORIGIN, 3, new Random()));
    }

    private static InetSocketAddress address(Ground ground) {
        return new InetSocketAddress("127.0.0.1", ground.reload().url().getPort());
    }

    private static Template asks(Ground ground) {
        String body = """
                {"v":1,"mall":"%MALL","visitor":"VVVVVVVVVVVVVVVVVVVVaA","storage":"persistent","consent":"unknown",\
                "sentAt":1700000000000,"view":"019aa9c0-0000-7SSS-8001-NNNNNNNNNNNN","url":"%ORIGIN/product/p-P0P",\
                "template":"product","product":"p-P0P","device":"phone","locale":"ko","framed":false,"bundle":"hold",\
                "landing":{"url":"%ORIGIN/product/p-P0P?utm_source=kakao&utm_medium=social",\
                "utm":{"source":"kakao","medium":"social"},"entry":true},"recent":["p-P0P","p-P1P","p-P2P"],"bought":[]}""".replace("%MALL", Ground.MALL).replace("%ORIGIN", Ground.ORIGIN);
        return new Template(ground.host(), "/v1/plan", Ground.ORIGIN, body, 1, new Random());
    }

    private static long lag(Console console) {
        return console.get("/api/status").path("lagMs").asLong();
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
