package reload.log.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestTest {
    private static final Duration WORKED = Duration.ofMillis(7);

    private final AtomicLong asked = new AtomicLong(100);
    private final AtomicLong now = new AtomicLong(-Duration.ofDays(1).toNanos());
    private final Rest rest = Rest.whilePagesAsk(asked::get, now::get);

    @Test
    void whilePagesAskFoldsWithABacklogRestTwiceAsLongAsTheyWorked() {
        assertThat(rest.left()).isZero();
        asked.incrementAndGet();
        rest.after(WORKED, true);
        assertThat(rest.left()).isEqualTo(Duration.ofMillis(14));
        now.addAndGet(Duration.ofMillis(10).toNanos());
        assertThat(rest.left()).isEqualTo(Duration.ofMillis(4));
        now.addAndGet(Duration.ofMillis(10).toNanos());
        assertThat(rest.left()).isZero();
    }

    @Test
    void twoFoldsRestForTheWorkOfBoth() {
        for (int fold = 0; fold < 2; fold++) {
            asked.incrementAndGet();
            rest.after(WORKED, true);
        }
        assertThat(rest.left()).isEqualTo(Duration.ofMillis(28));
    }

    @Test
    void theyDoNotRestWherePagesAskNothing() {
        rest.after(WORKED, true);
        assertThat(rest.left()).isZero();
    }

    @Test
    void theyDoNotRestAtTheEndOfTheLog() {
        asked.incrementAndGet();
        rest.after(WORKED, false);
        assertThat(rest.left()).isZero();
    }

    @Test
    void besideNobodyAFoldNeverRests() {
        Rest none = Rest.none();
        none.after(WORKED, true);
        assertThat(none.left()).isZero();
    }
}
