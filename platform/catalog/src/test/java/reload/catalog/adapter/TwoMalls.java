package reload.catalog.adapter;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.event.SiteKey;
import reload.mall.KeyHash;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.Malls;

/// Two malls, `sand` and `sea`, each with its own origin and server key.
final class TwoMalls implements Malls {
    static final Mall SAND = mall(1, "sand");
    static final Mall SEA = mall(2, "sea");

    private static Mall mall(int id, String key) {
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
                1,
                MallSettings.initial());
    }

    @Override
    public @Nullable Mall find(SiteKey key) {
        return all().stream().filter(m -> m.key().equals(key)).findFirst().orElse(null);
    }

    @Override
    public @Nullable Mall find(MallId id) {
        return all().stream().filter(m -> m.id().equals(id)).findFirst().orElse(null);
    }

    @Override
    public Collection<Mall> all() {
        return List.of(SAND, SEA);
    }
}
