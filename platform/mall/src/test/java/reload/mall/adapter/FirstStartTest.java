package reload.mall.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.SearchEngines;

class FirstStartTest {
    private static final String BASE = "http://localhost:26000";

    private final House house = new House();
    private final FirstStart start = new FirstStart(house.tenancy, house.clock());

    @TempDir
    Path directory = Path.of("");

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theDemoIsReadyAfterTheFirstStartAndUnchangedAfterTheSecond() throws IOException {
        start.demo(directory, 26001, BASE);
        Mall demo = mall("demo");
        assertThat(demo.settings().live()).isTrue();
        assertThat(demo.settings().problems(house.clock().instant())).isEmpty();
        assertThat(demo.settings().triggers().backHold().on()).isTrue();
        assertThat(demo.countsWebdriver()).isTrue();
        assertThat(demo.admitsOrigin("http://127.0.0.1:1")).isTrue();
        assertThat(demo.simulated()).isFalse();
        assertThat(demo.isServerKey(text("server.key"))).isTrue();
        assertThat(SearchEngines.of(demo.settings().searchEngines()).contains("http://localhost:26003/?q=a"))
                .isTrue();
        Mall sample = mall("sample");
        assertThat(sample.simulated()).isTrue();
        assertThat(sample.countsWebdriver()).isFalse();
        assertThat(sample.admitsOrigin("http://127.0.0.1:1")).isFalse();
        assertThat(sample.isHistoryKey(text("sample-history.key"))).isTrue();
        assertThat(house.tenancy.accounts().signIn(FirstStart.DEMO_EMAIL, FirstStart.DEMO_PASSWORD, "here"))
                .isInstanceOf(Accounts.SignIn.Welcome.class);
        Account owner = Objects.requireNonNull(house.tenancy.accounts().find(FirstStart.DEMO_EMAIL));
        assertThat(owner.operator()).isTrue();
        assertThat(house.tenancy.accounts().memberships(owner)).containsKeys(demo.id(), sample.id());
        assertThat(text("snippet.html")).startsWith("<script>").contains(BASE).contains("/s/demo/reload.js");
        for (String file : new String[] {"server.key", "sample-history.key"})
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))))
                    .isEqualTo("rw-------");

        String key = text("server.key");
        start.demo(directory, 26001, BASE);
        assertThat(text("server.key")).isEqualTo(key);
        assertThat(mall("demo").settingsVersion()).isEqualTo(demo.settingsVersion());
        onAnotherPort();
        withLostKeys();
    }

    private void onAnotherPort() {
        MallSettings draft = mall("demo").settings().withSearchEngines(java.util.List.of("find.example"));
        Account owner = Objects.requireNonNull(house.tenancy.accounts().find(FirstStart.DEMO_EMAIL));
        house.tenancy.settings().saveDraft(mall("demo").id(), draft, owner);
        start.demo(directory, 26011, BASE);
        Mall demo = mall("demo");
        assertThat(demo.settings().searchEngines()).containsExactly("localhost:26013", "127.0.0.1:26013");
        assertThat(demo.origins()).contains("http://localhost:26011");
        assertThat(demo.settings().triggers().backHold().on()).isTrue();
        assertThat(house.tenancy.settings().read(demo.id()).draft())
                .as("somebody's draft is not lost")
                .isNotNull();
    }

    private void withLostKeys() throws IOException {
        Files.delete(directory.resolve("server.key"));
        start.demo(directory, 26011, BASE);
        assertThat(mall("demo").isServerKey(text("server.key"))).isTrue();
    }

    @Test
    void anOperatorIsMadeOnce() {
        start.operator("operator@host.example", "a long password");
        start.operator("operator@host.example", "another password");
        assertThat(house.tenancy.accounts().signIn("operator@host.example", "a long password", "here"))
                .isInstanceOfSatisfying(
                        Accounts.SignIn.Welcome.class,
                        welcome -> assertThat(welcome.account().operator()).isTrue());
    }

    private Mall mall(String key) {
        return Objects.requireNonNull(house.tenancy.malls().find(new reload.event.SiteKey(key)));
    }

    private String text(String file) throws IOException {
        return Files.readString(directory.resolve(file)).strip();
    }
}
