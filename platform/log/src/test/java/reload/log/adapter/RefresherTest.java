package reload.log.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RefresherTest {
    @Test
    void aReadingThatFailsIsTriedAgain() throws Exception {
        var tries = new CountDownLatch(3);
        Refresher.Reading away = () -> {
            tries.countDown();
            throw new IllegalStateException("the database is away");
        };
        try (var _ = Refresher.start("malls", Duration.ofMillis(1), away)) {
            assertThat(tries.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void onceClosedNothingIsReadAnyMore() throws Exception {
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var done = new AtomicBoolean();
        var begun = new AtomicInteger();
        var refresher = Refresher.start("malls", Duration.ofMillis(1), () -> {
            begun.incrementAndGet();
            reading.countDown();
            goOn.await();
            done.set(true);
        });
        reading.await();
        Thread closing = Thread.ofPlatform().start(refresher::close);
        // It waits for what is under way.
        while (closing.getState() != Thread.State.WAITING) Thread.onSpinWait();
        goOn.countDown();
        closing.join();
        assertThat(done).isTrue();
        assertThat(begun).hasValue(1);
    }
}
