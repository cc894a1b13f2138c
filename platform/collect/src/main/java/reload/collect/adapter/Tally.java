package reload.collect.adapter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import reload.collect.Admission.Drop;

/// Counts what was taken and, by reason, what was not.
public final class Tally {
    private final Counter accepted;
    private final Map<Drop, Counter> drops = new EnumMap<>(Drop.class);

    public Tally(MeterRegistry registry) {
        accepted = Counter.builder("reload.events.accepted")
                .description("events durably in the log")
                .register(registry);
        for (Drop drop : Drop.values())
            drops.put(
                    drop,
                    Counter.builder("reload.admissions.dropped")
                            .description("beacons and events not taken")
                            .tag("reason", drop.name())
                            .register(registry));
    }

    public void accepted(int events) {
        accepted.increment(events);
    }

    public void dropped(Drop reason) {
        counter(reason).increment();
    }

    public double count(Drop reason) {
        return counter(reason).count();
    }

    private Counter counter(Drop reason) {
        return Objects.requireNonNull(drops.get(reason), "every reason has a counter");
    }
}
