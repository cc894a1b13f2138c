package reload.mall.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reload.event.SiteKey;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.MallSettings.Acknowledged;
import reload.mall.MallSettings.BackHold;
import reload.mall.MallSettings.Triggers;
import reload.mall.Role;
import reload.mall.Theme;

/// What a fresh installation needs before anybody can sign in: an operator, and with the demo its two malls.
/// Running it again changes only what is missing or has moved.
public final class FirstStart {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    public static final SiteKey DEMO = new SiteKey("demo");
    public static final SiteKey SAMPLE = new SiteKey("sample");
    public static final String DEMO_EMAIL = "demo@reload.localhost";
    public static final String DEMO_PASSWORD = "reload-demo";
    /// The demo mall's own colours.
    private static final Theme DEMO_LOOK = Theme.light("#29231e", "#faf6ef", "#29231e", 3);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final Tenancy tenancy;
    private final InstantSource clock;

    public FirstStart(Tenancy tenancy, InstantSource clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /// Makes an operator where there is no such account; changes none that is there.
    public void operator(String email, String password) {
        if (tenancy.accounts().find(email) != null) return;
        tenancy.accounts().create(email, "Operator", "ko", true, password);
        LOG.info("operator created");
    }

    /// Makes the demo: the live mall `demo` that holds Back, the simulated mall `sample`, and who owns both. Writes
    /// the keys the demo's own programs use to `directory`, readable by this user only.
    ///
    /// @param mallPort where the demo mall is; its feed and search page are on the next two ports
    /// @param base where pages reach the edge, such as `http://localhost:8080`
    public void demo(Path directory, int mallPort, String base) {
        Account owner = tenancy.accounts().find(DEMO_EMAIL);
        if (owner == null) owner = tenancy.accounts().create(DEMO_EMAIL, "데모", "ko", true, DEMO_PASSWORD);
        Mall demo = mall(DEMO, "데모 쇼핑몰", false, pagesOn(mallPort), demoSettings(mallPort), owner, directory);
        moveTo(demo, mallPort, owner);
        mall(SAMPLE, "견본 쇼핑몰 (모의 방문자)", true, Set.of("https://sample.example"), sampleSettings(), owner, directory);
        write(directory.resolve("snippet.html"), PageScript.snippet(base, DEMO));
    }

    private Mall mall(
            SiteKey key,
            String name,
            boolean simulated,
            Set<String> origins,
            MallSettings settings,
            Account owner,
            Path directory) {
        Mall known = tenancy.malls().find(key);
        MallRegister.@Nullable Keys keys = null;
        if (known == null) {
            keys = tenancy.register()
                    .create(
                            new MallRegister.NewMall(
                                    key,
                                    name,
                                    "KRW",
                                    SEOUL,
                                    "ko",
                                    simulated,
                                    !simulated,
                                    !simulated,
                                    origins,
                                    settings),
                            null);
            known = tenancy.malls().find(key);
        } else if (!holdsKeys(known, directory)) {
            keys = tenancy.register().renewKeys(known.id(), simulated, null);
        }
        if (known == null) throw new IllegalStateException("the mall " + key.value() + " was not created");
        if (keys != null) {
            write(directory.resolve(keyFile(key, "server")), keys.serverKey());
            if (keys.historyKey() != null) write(directory.resolve(keyFile(key, "history")), keys.historyKey());
            LOG.info("demo keys written mall={}", known.id().value());
        }
        tenancy.accounts().join(owner, known.id(), Role.OWNER, null);
        return known;
    }

    /// `server.key` and `history.key` are the demo mall's; the others carry their mall's name.
    private static String keyFile(SiteKey key, String kind) {
        return (key.equals(DEMO) ? "" : key.value() + "-") + kind + ".key";
    }

    private static boolean holdsKeys(Mall mall, Path directory) {
        String server = read(directory.resolve(keyFile(mall.key(), "server")));
        String history = read(directory.resolve(keyFile(mall.key(), "history")));
        return server != null
                && mall.isServerKey(server)
                && (!mall.simulated() || (history != null && mall.isHistoryKey(history)));
    }

    /// The demo may be started on other ports than last time.
    private void moveTo(Mall demo, int mallPort, Account owner) {
        if (!demo.origins().containsAll(pagesOn(mallPort)))
            tenancy.register().changeOrigins(demo.id(), pagesOn(mallPort), owner);
        List<String> searchPages = searchPagesOn(mallPort);
        Settings settings = tenancy.settings();
        MallSettings published = settings.read(demo.id()).published().settings();
        if (published.searchEngines().containsAll(searchPages)) return;
        Settings.Draft draft = settings.read(demo.id()).draft();
        Set<String> engines = new LinkedHashSet<>(searchPages);
        published.searchEngines().stream()
                .filter(host -> !host.startsWith("localhost:") && !host.startsWith("127.0.0.1:"))
                .forEach(engines::add);
        settings.saveDraft(demo.id(), published.withSearchEngines(List.copyOf(engines)), owner);
        settings.publish(demo.id(), owner);
        if (draft != null)
            settings.saveDraft(demo.id(), draft.settings().withSearchEngines(List.copyOf(engines)), owner);
    }

    /// With a larger hold-out than a mall would choose, so that a month is enough to know something.
    private MallSettings sampleSettings() {
        MallSettings initial = MallSettings.initial();
        return initial.withHoldOutShare(0.3).withTriggers(initial.triggers().withBackHold(agreed()));
    }

    private BackHold agreed() {
        return BackHold.agreed(new Acknowledged(
                Acknowledged.BACK_HOLD_POLICY, DEMO_EMAIL, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /// The classic product: Back is held. The slot stays empty, or reading to the end of a page would be most visitors'
    /// first trigger.
    private MallSettings demoSettings(int mallPort) {
        MallSettings initial = MallSettings.initial();
        Triggers triggers = initial.triggers();
        return initial.withTriggers(new Triggers(
                        agreed(),
                        triggers.backLanding(),
                        triggers.leaveSignal(),
                        triggers.returning(),
                        triggers.link(),
                        triggers.inline().turned(false)))
                .withSearchEngines(searchPagesOn(mallPort))
                .withPage(initial.page().with(DEMO_LOOK));
    }

    private static Set<String> pagesOn(int port) {
        return Set.of("http://localhost:" + port, "http://127.0.0.1:" + port);
    }

    private static List<String> searchPagesOn(int mallPort) {
        return List.of("localhost:" + (mallPort + 2), "127.0.0.1:" + (mallPort + 2));
    }

    private static @Nullable String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whole or not at all, and never readable by others, not even for a moment.
    private static void write(Path file, String text) {
        try {
            Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = Files.createTempFile(
                    directory,
                    "new",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
