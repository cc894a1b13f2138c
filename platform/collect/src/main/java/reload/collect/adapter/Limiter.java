package reload.collect.adapter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import reload.event.MallId;

/// How much one address, and one mall, may send in a second, counted in windows of a second.
public final class Limiter {
    /// @param perAddress requests a second from one address to one mall, 0 for no limit; many phones share an
    ///     operator's address
    /// @param perMall requests a second to one mall, 0 for no limit
    public record Limits(int perAddress, int perMall) {
        public static final Limits DEFAULT = new Limits(300, 5_000);
    }

    private record Sender(MallId mall, String address) {}

    private final Limits limits;
    private final Cache<Sender, AtomicInteger> byAddress;
    private final Cache<MallId, AtomicInteger> byMall;

    public Limiter(Limits limits, Ticker ticker) {
        this.limits = limits;
        Duration window = Duration.ofSeconds(1);
        // Bounded: someone with a million addresses costs a million counters nobody reads, for a second.
        byAddress = Caffeine.newBuilder()
                .expireAfterWrite(window)
                .maximumSize(200_000)
                .ticker(ticker)
                .build();
        byMall = Caffeine.newBuilder().expireAfterWrite(window).ticker(ticker).build();
    }

    public boolean admits(MallId mall, String address) {
        return within(byMall, mall, limits.perMall())
                && within(byAddress, new Sender(mall, address), limits.perAddress());
    }

    private static <K> boolean within(Cache<K, AtomicInteger> counts, K key, int limit) {
        return limit == 0 || counts.get(key, _ -> new AtomicInteger()).incrementAndGet() <= limit;
    }
}
