package reload.measure;

/// Prints the tables of `docs/methods/lift.md`: run `main` with the number of seeds.
final class LiftStudy {
    private LiftStudy() {}

    public static void main(String[] arguments) {
        int seeds = Integer.parseInt(arguments[0]);

        head("As judged: 4,000 triggered visitors");
        for (double holdOut : new double[] {0.5, 0.1}) {
            for (double buys : new double[] {0.02, 0.03, 0.25}) {
                for (double sigma : new double[] {0.5, 1.0}) {
                    for (double effect : new double[] {1, 1.2, 1.5}) {
                        row(new SimulatedMall(holdOut, buys, buys * effect, sigma, 1), 4000, seeds);
                    }
                }
            }
        }

        head("Longer");
        for (double holdOut : new double[] {0.5, 0.1}) {
            for (int visitors : new int[] {20_000, 100_000}) {
                for (double effect : new double[] {1, 1.2}) {
                    row(
                            new SimulatedMall(holdOut, 0.02, 0.02 * effect, 1, 1),
                            visitors,
                            visitors > 20_000 ? seeds / 4 : seeds);
                }
            }
        }

        head("Where it strains");
        row(new SimulatedMall(0.1, 0.02, 0.02, 0.5, 1.15), 4000, seeds);
        row(new SimulatedMall(0.1, 0.02, 0.02, 1, 1.15), 4000, seeds);
        row(new SimulatedMall(0.1, 0.02, 0.02, 0.5, 1.3), 4000, seeds);
        row(new SimulatedMall(0.1, 0.02, 0.02, 1, 1.3), 4000, seeds);
        row(new SimulatedMall(0.1, 0.02, 0.02, 1.5, 1), 4000, seeds);
        row(new SimulatedMall(0.5, 0.02, 0.02, 1.5, 1), 4000, seeds);
        row(new SimulatedMall(0.1, 0.01, 0.01, 1, 1), 4000, seeds);
        row(new SimulatedMall(0.02, 0.02, 0.02, 1, 1), 4000, seeds);
        row(new SimulatedMall(0.02, 0.02, 0.02, 1, 1), 20_000, seeds);
        row(new SimulatedMall(0.1, 0.02, 0.02, 1, 1), 1000, seeds);
    }

    private static void head(String title) {
        System.out.printf(
                "%n%s%n%n| visitors | hold-out | buy | sigma | shown buy | shown spend | covered | Welch covers | width |"
                        + " ever wrong | anytime width | not known |%n|---|---|---|---|---|---|---|---|---|---|---|---|%n",
                title);
    }

    private static void row(SimulatedMall mall, int visitors, int seeds) {
        var promise = Promise.in(mall, visitors, seeds);
        System.out.printf(
                "| %,d | %.0f %% | %.0f %% | %.1f | %+.0f %% | %+.0f %% | %.1f %% | %.1f %% | %.2f | %.1f %% | %.2f | %.1f %% |%n",
                visitors,
                100 * mall.holdOutShare(),
                100 * mall.heldOutBuys(),
                mall.sigma(),
                100 * (mall.shownBuys() / mall.heldOutBuys() - 1),
                100 * (mall.shownSpends() - 1),
                100 * promise.covered(),
                100 * promise.textbookCovered(),
                promise.width(),
                100 * promise.everWrong(),
                promise.anytimeWidth(),
                100 * promise.unknown());
    }
}
