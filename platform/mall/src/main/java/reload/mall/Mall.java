package reload.mall;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.event.SiteKey;
import reload.event.WebOrigin;

/// One mall with its published settings, as the edge and the worker see it.
///
/// @param currency ISO 4217, three capitals
/// @param locale `ko` or `en`: the language of its shoppers where a page does not say
/// @param simulated whether its shoppers are simulated: only then may a history key tell of the past
/// @param countsWebdriver whether automated browsers count as shoppers, as in the demo mall
/// @param anyLoopbackOrigin whether any page of this machine may speak for it, as in the demo mall
/// @param origins `scheme://host[:port]` in lower case
/// @param tokenKey signs plan tokens; 32 bytes
/// @param armKey draws arms; 32 bytes
/// @param historyKey null where no key may write history
/// @param experiment the running experiment; a new name draws new arms
/// @param settingsVersion 1 and up
@SuppressWarnings("ArrayRecordComponent") // keys are compared by the methods here, malls never by equals
public record Mall(
        MallId id,
        SiteKey key,
        String name,
        String currency,
        ZoneId zone,
        String locale,
        boolean simulated,
        boolean countsWebdriver,
        boolean anyLoopbackOrigin,
        Set<String> origins,
        byte[] tokenKey,
        byte[] armKey,
        KeyHash serverKey,
        @Nullable KeyHash historyKey,
        String experiment,
        int settingsVersion,
        MallSettings settings) {
    public Mall {
        origins = Set.copyOf(origins);
    }

    /// Whether a page of this origin may speak for the mall.
    ///
    /// @param origin an `Origin` header, or the origin of a page's address
    public boolean admitsOrigin(@Nullable String origin) {
        if (origin == null) return false;
        if (origins.contains(origin.toLowerCase(Locale.ROOT))) return true;
        WebOrigin read = anyLoopbackOrigin ? WebOrigin.of(origin) : null;
        return read != null && read.isLoopback();
    }

    /// Whether this is the secret with which the mall's own server speaks. Constant time.
    public boolean isServerKey(String secret) {
        return serverKey.matches(secret);
    }

    /// Whether this is the secret that may write history: true for simulated malls only. Constant time.
    public boolean isHistoryKey(String secret) {
        return simulated && historyKey != null && historyKey.matches(secret);
    }

    /// Without its keys, since this ends up in logs.
    @Override
    public String toString() {
        return "Mall[" + id.value() + " " + key.value() + " settings " + settingsVersion + "]";
    }
}
