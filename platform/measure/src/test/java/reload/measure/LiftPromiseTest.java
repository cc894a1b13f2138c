package reload.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is promised in `docs/methods/lift.md`, kept in malls whose truth is known.
class LiftPromiseTest {
    private static final int SEEDS = 1000;
    private static final int VISITORS = 4000;

    static Stream<SimulatedMall> malls() {
        return Stream.of(0.5, 0.1)
                .flatMap(holdOut -> Stream.of(0.02, 0.03, 0.2, 0.3)
                        .flatMap(buys -> Stream.of(0.5, 0.75, 1.0)
                                .flatMap(sigma -> Stream.of(1.0, 1.2, 1.5)
                                        .map(effect -> new SimulatedMall(holdOut, buys, buys * effect, sigma, 1)))));
    }

    /// A reload page may also change what people spend; the intervals then err on the wide side.
    static Stream<SimulatedMall> mallsWhoseBuyersSpendMore() {
        return Stream.of(0.5, 0.1)
                .flatMap(holdOut -> Stream.of(0.025, 0.25)
                        .flatMap(buys ->
                                Stream.of(0.5, 1.0).map(sigma -> new SimulatedMall(holdOut, buys, buys, sigma, 1.15))));
    }

    @ParameterizedTest
    @MethodSource({"malls", "mallsWhoseBuyersSpendMore"})
    void bothIntervalsKeepTheirPromise(SimulatedMall mall) {
        var promise = Promise.in(mall, VISITORS, SEEDS);

        assertThat(promise.unknown()).isLessThanOrEqualTo(0.02);
        assertThat(promise.covered()).isBetween(0.93, 0.97);
        assertThat(promise.width()).isLessThanOrEqualTo(1.2);
        assertThat(promise.everWrong()).isLessThanOrEqualTo(0.05);
    }
}
