package reload.lab.shopper;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import reload.event.Device;
import reload.event.Storage;
import reload.event.VisitorId;

/// What a shopper browses with, and what the mall's pages remember in it.
final class Browser {
    private static final String PHONE =
            "Mozilla/5.0 (Linux; Android 15; SM-S921N) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36";
    private static final String TABLET =
            "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";
    private static final String DESKTOP =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
    private static final int RECENT = 20;
    private static final int BOUGHT = 50;

    final boolean robot;
    final Device device;
    final Storage storage;

    VisitorId visitor;
    PlanAsk.@Nullable Seen seen;

    @Nullable
    Long snoozedUntil;

    private final List<String> recent = new ArrayList<>();
    private final List<String> bought = new ArrayList<>();

    Browser(SplittableRandom random) {
        robot = Chance.happens(0.025, random);
        int ofDevice = random.nextInt(100);
        device = ofDevice < 76 ? Device.PHONE : ofDevice < 80 ? Device.TABLET : Device.DESKTOP;
        int ofStorage = random.nextInt(1000);
        storage = ofStorage < 960 ? Storage.PERSISTENT : ofStorage < 985 ? Storage.SESSION : Storage.NONE;
        visitor = Chance.visitor(random);
    }

    String userAgent() {
        return switch (device) {
            case PHONE -> PHONE;
            case TABLET -> TABLET;
            case DESKTOP -> DESKTOP;
        };
    }

    boolean isTouch() {
        return device != Device.DESKTOP;
    }

    /// A visit begins: what was kept for the one before only is gone.
    void beginVisit(SplittableRandom random) {
        if (storage == Storage.PERSISTENT) return;
        visitor = Chance.visitor(random);
        recent.clear();
    }

    /// A page opens: where nothing is kept, each has a visitor of its own.
    void beginPage(SplittableRandom random) {
        if (storage == Storage.NONE) visitor = Chance.visitor(random);
    }

    void views(String product) {
        recent.remove(product);
        recent.addFirst(product);
        if (recent.size() > RECENT) recent.removeLast();
    }

    void buys(String product) {
        bought.addFirst(product);
        if (bought.size() > BOUGHT) bought.removeLast();
    }

    /// Product ids, newest first.
    List<String> recent() {
        return List.copyOf(recent);
    }

    /// Product ids, newest first.
    List<String> bought() {
        return List.copyOf(bought);
    }
}
