package reload.mall.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reload.event.Key;
import reload.event.MallId;
import reload.log.Entry;
import reload.log.Source;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.MallSettings.Acknowledged;
import reload.mall.MallSettings.BackHold;
import reload.mall.adapter.Settings.Outcome;

class SettingsTest {
    private static final MallSettings INITIAL = MallSettings.initial();
    private static final MallSettings CHANGED = INITIAL.withSearchEngines(List.of("find.example"));

    private final House house = new House();
    private final Settings settings = house.tenancy.settings();
    private final Mall mall = house.mall();
    private final MallId id = mall.id();
    private final Account owner = house.member(mall, reload.mall.Role.OWNER);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aNewMallHasItsFirstVersionAndNoDraft() {
        Settings.Book book = settings.read(id);
        assertThat(book.published().settings()).isEqualTo(INITIAL);
        assertThat(book.published().version().version()).isEqualTo(1);
        assertThat(book.draft()).isNull();
        assertThat(book.versions()).hasSize(1);
    }

    @Test
    void aDraftChangesNothingUntilItIsPublished() {
        settings.saveDraft(id, CHANGED, owner);
        assertThat(draft().settings()).isEqualTo(CHANGED);
        assertThat(draft().by()).isEqualTo(owner.email());
        assertThat(house.again(mall).settings()).isEqualTo(INITIAL);

        assertThat(settings.publish(id, owner)).isEqualTo(new Outcome.Done(2));
        assertThat(house.again(mall).settings()).isEqualTo(CHANGED);
        assertThat(house.again(mall).settingsVersion()).isEqualTo(2);
        assertThat(settings.read(id).draft()).isNull();
    }

    @Test
    void aDraftCanBeReplacedAndDropped() {
        settings.saveDraft(id, CHANGED, owner);
        settings.saveDraft(id, INITIAL, owner);
        assertThat(draft().settings()).isEqualTo(INITIAL);
        settings.dropDraft(id);
        settings.dropDraft(id);
        assertThat(settings.publish(id, owner)).isEqualTo(new Outcome.NoDraft());
    }

    @Test
    void anotherHoldOutShareBeginsANewExperimentAndNothingElseDoes() {
        settings.saveDraft(id, CHANGED, owner);
        settings.publish(id, owner);
        assertThat(house.again(mall).experiment()).isEqualTo(mall.experiment());

        settings.saveDraft(id, heldOut(0.3), owner);
        settings.publish(id, owner);
        String another = house.again(mall).experiment();
        assertThat(another).isNotEqualTo(mall.experiment());

        settings.rollBack(id, 1, owner);
        assertThat(house.again(mall).experiment()).isNotIn(another, mall.experiment());
    }

    private static MallSettings heldOut(double share) {
        return INITIAL.withHoldOutShare(share);
    }

    @Test
    void rollingBackPublishesTheOldSettingsAnew() {
        settings.saveDraft(id, CHANGED, owner);
        settings.publish(id, owner);
        assertThat(settings.rollBack(id, 1, owner)).isEqualTo(new Outcome.Done(3));
        assertThat(house.again(mall).settings()).isEqualTo(INITIAL);
        assertThat(settings.read(id).versions())
                .extracting(Settings.Version::version)
                .containsExactly(3, 2, 1);
        assertThat(settings.rollBack(id, 99, owner)).isEqualTo(new Outcome.NoSuchVersion());
    }

    @Test
    void rollingBackLeavesTheDraft() {
        settings.saveDraft(id, CHANGED, owner);
        settings.rollBack(id, 1, owner);
        assertThat(draft().settings()).isEqualTo(CHANGED);
    }

    @Test
    void aVersionOfAnotherMallIsNoVersion() {
        Mall other = house.mall();
        settings.saveDraft(other.id(), CHANGED, owner);
        settings.publish(other.id(), owner);
        assertThat(settings.find(id, 2)).isNull();
        assertThat(settings.rollBack(id, 2, owner)).isEqualTo(new Outcome.NoSuchVersion());
    }

    @Test
    void whoAgreedToHoldBackIsOurWord() {
        settings.saveDraft(
                id, holding(new Acknowledged(Acknowledged.BACK_HOLD_POLICY, "someone@else.example", null)), owner);
        Acknowledged agreed = agreed(draft().settings());
        assertThat(agreed.by()).isEqualTo(owner.email());
        assertThat(agreed.at()).isEqualTo(house.clock().instant());
    }

    @Test
    void whoAgreedOnceStaysNamedWhenSomebodyElseEdits() {
        settings.saveDraft(id, holding(new Acknowledged(Acknowledged.BACK_HOLD_POLICY, null, null)), owner);
        settings.publish(id, owner);
        Acknowledged agreed = agreed(house.again(mall).settings());
        house.pass(Duration.ofDays(1));
        Account marketer = house.member(mall, reload.mall.Role.MARKETER);
        settings.saveDraft(id, holding(agreed), marketer);
        assertThat(agreed(draft().settings())).isEqualTo(agreed);
    }

    @Test
    void everyPublishedVersionIsAFactInTheLogWithoutNames() {
        settings.saveDraft(id, holding(new Acknowledged(Acknowledged.BACK_HOLD_POLICY, null, null)), owner);
        settings.publish(id, owner);
        List<Entry> facts = facts();
        assertThat(facts).hasSize(2);
        Entry last = facts.getLast();
        assertThat(last.source()).isEqualTo(Source.SETTINGS);
        assertThat(last.key()).isEqualTo(new Key(Key.Kind.MALL, mall.key().value()));
        assertThat(new String(last.payload(), StandardCharsets.UTF_8))
                .startsWith("{\"version\":2,")
                .contains("back-hold-policy-1")
                .doesNotContain(owner.email());
    }

    @Test
    void aVersionTheLogCouldNotTakeIsToldLater() throws InterruptedException {
        house.log.away = true;
        settings.saveDraft(id, CHANGED, owner);
        assertThat(settings.publish(id, owner)).isEqualTo(new Outcome.Done(2));
        assertThat(facts()).hasSize(1);
        house.log.away = false;
        for (int i = 0; i < 100 && facts().size() < 2; i++) Thread.sleep(50);
        assertThat(facts()).hasSize(2);
    }

    @Test
    void anotherProcessSeesTheChangeWithinSeconds() throws InterruptedException {
        try (var other = new House()) {
            assertThat(other.again(mall).settingsVersion()).isEqualTo(1);
            settings.saveDraft(id, CHANGED, owner);
            settings.publish(id, owner);
            for (int i = 0; i < 100 && other.again(mall).settingsVersion() == 1; i++) Thread.sleep(50);
            assertThat(other.again(mall).settings()).isEqualTo(CHANGED);
        }
    }

    private Settings.Draft draft() {
        return Objects.requireNonNull(settings.read(id).draft());
    }

    private List<Entry> facts() {
        return house.log.entries.stream()
                .filter(entry -> entry.mall().equals(id))
                .toList();
    }

    private static MallSettings holding(Acknowledged acknowledged) {
        return INITIAL.withTriggers(INITIAL.triggers().withBackHold(BackHold.agreed(acknowledged)));
    }

    private static Acknowledged agreed(MallSettings settings) {
        return Objects.requireNonNull(settings.triggers().backHold().acknowledged());
    }
}
