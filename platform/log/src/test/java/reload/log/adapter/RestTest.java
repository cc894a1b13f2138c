package reload.log.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestTest {
    private static final Duration WORKED = Duration.ofMillis(7);

    private final AtomicLong asked = new AtomicLong(100);
    private final Rest rest = Rest.whilePagesAsk(asked::get);

    @Test
    void whilePagesAskAFoldWithABacklogRestsTwiceAsLongAsItWorked() {
        for (int turn = 0; turn < 3; turn++) {
            asked.incrementAndGet();
            assertThat(rest.after(WORKED, true)).isEqualTo(Duration.ofMillis(14));
        }
    }

    @Test
    void itDoesNotRestWherePagesAskNothing() {
        assertThat(rest.after(WORKED, true)).isZero();
        asked.incrementAndGet();
        rest.after(WORKED, true);
        assertThat(rest.after(WORKED, true)).isZero();
    }

    @Test
    void itDoesNotRestAtTheEndOfTheLog() {
        asked.incrementAndGet();
        assertThat(rest.after(WORKED, false)).isZero();
    }

    @Test
    void aFoldThatOthersWaitForNeverRests() {
        assertThat(Rest.none().after(WORKED, true)).isZero();
    }
}
