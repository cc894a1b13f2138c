package reload.mall;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.event.SiteKey;

/// Malls for tests: the tests of later stages take them from here too.
public final class TestMalls implements Malls {
    private final List<Mall> malls;

    public TestMalls(Mall... malls) {
        this.malls = List.of(malls);
    }

    /// A new mall of the origin `https://{key}.example`, whose server key is `key of {key}`, at the fourth version
    /// of its settings.
    public static Mall mall(int id, String key) {
        return mall(id, key, MallSettings.initial());
    }

    /// Likewise, with its own settings published.
    public static Mall mall(int id, String key, MallSettings settings) {
        return new Mall(
                new MallId(id),
                new SiteKey(key),
                key,
                "KRW",
                ZoneId.of("Asia/Seoul"),
                "ko",
                false,
                false,
                false,
                Set.of("https://" + key + ".example"),
                new byte[32],
                new byte[32],
                KeyHash.of("key of " + key),
                null,
                "classic",
                4,
                settings);
    }

    @Override
    public @Nullable Mall find(SiteKey key) {
        return malls.stream().filter(m -> m.key().equals(key)).findFirst().orElse(null);
    }

    @Override
    public @Nullable Mall find(MallId id) {
        return malls.stream().filter(m -> m.id().equals(id)).findFirst().orElse(null);
    }

    @Override
    public Collection<Mall> all() {
        return malls;
    }
}
