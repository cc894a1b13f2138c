package reload.bench;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Map;

/// The command `bench NAME`: hands the remaining arguments to the benchmark of that name.
public final class Bench {
    private static final Map<String, String> MAINS = Map.of(
            "bandit", "reload.bench.learn.BenchBandit",
            "collect", "reload.bench.collect.BenchCollect",
            "exit", "reload.bench.learn.BenchExit",
            "malls", "reload.bench.recommend.BenchMalls",
            "plan", "reload.bench.plan.BenchPlan",
            "recommend", "reload.bench.recommend.BenchRecommend",
            "sdk", "reload.bench.sdk.BenchSdk",
            "uplift", "reload.bench.learn.BenchUplift");

    private Bench() {}

    public static void main(String[] arguments) throws Throwable {
        String main = arguments.length == 0 ? null : MAINS.get(arguments[0]);
        if (main == null) {
            System.err.println("bench "
                    + String.join(" | ", MAINS.keySet().stream().sorted().toList()));
            System.exit(2);
            return;
        }
        try {
            Class.forName(main).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
