package reload.log.adapter;

import java.util.function.Consumer;
import reload.event.Beacon;
import reload.event.PageEvent;
import reload.event.VisitorId;
import reload.event.adapter.BeaconReader;
import reload.event.adapter.UnreadableException;
import reload.log.Entry;
import reload.log.Source;

/// One event of a page, as a fold takes it from the log.
///
/// @param at by the server's clock, milliseconds since 1970; never later than it came in
public record PageFact(VisitorId visitor, PageEvent event, long at) {
    /// Gives the events of an entry, in order, without those that were not admitted. Entries that are no page's
    /// have none, and neither has one that cannot be read: the edge lets only readable beacons in, and what a
    /// newer one has written must not stop an older fold.
    public static void read(Entry entry, Consumer<PageFact> heard) {
        if (entry.source() != Source.PAGE) return;
        Beacon beacon;
        try {
            beacon = BeaconReader.read(entry.payload());
        } catch (UnreadableException _) {
            return;
        }
        for (int i = 0; i < beacon.events().size(); i++) {
            PageEvent event = beacon.events().get(i);
            if (event == null || (entry.skipped() >>> i & 1) == 1) continue;
            long at = Math.min(event.at() + entry.skewMs(), entry.receivedAt());
            heard.accept(new PageFact(beacon.visitor(), event, at));
        }
    }
}
