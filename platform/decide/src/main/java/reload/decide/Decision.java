package reload.decide;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.catalog.Catalog;
import reload.collect.Admission;
import reload.collect.Admission.Caller;
import reload.event.Arm;
import reload.event.PlanPass;
import reload.event.Reason;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Trigger;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.SearchEngines;
import reload.recommend.Recommender;

/// What a page may do at the moment of leaving. Everything but the arm is decided before the arm is drawn, so
/// that both sides of the experiment hold the same visitors.
public final class Decision {
    /// The one page template there is so far. Later ones compete with it.
    private static final String VARIANT = "classic";
    /// The version of the models a decision rests on; none is trained yet.
    private static final int MODEL = 0;

    private static final Set<Template> LANDINGS = Set.of(Template.HOME, Template.LIST, Template.SEARCH);

    private final PlanRequest request;
    private final Mall mall;
    private final Caller caller;

    private Decision(PlanRequest request, Mall mall, Caller caller) {
        this.request = request;
        this.mall = mall;
        this.caller = caller;
    }

    /// Decides. Pure; the cost is that of two recommendations.
    ///
    /// @param plan the id the plan will have, if there is one; UUIDv7
    public static Plan decide(
            PlanRequest request, Mall mall, Caller caller, UUID plan, Catalog catalog, Recommender recommender) {
        return new Decision(request, mall, caller).decide(plan, catalog, recommender);
    }

    private Plan decide(UUID plan, Catalog catalog, Recommender recommender) {
        Reason closed = visitorGate();
        if (closed != null) return refused(closed);
        Map<Trigger, @Nullable Reason> triggers = new EnumMap<>(Trigger.class);
        triggers.put(Trigger.BACK_HOLD, backHoldGate());
        triggers.put(Trigger.BACK_LANDING, backLandingGate());
        if (triggers.values().stream().allMatch(Objects::nonNull))
            return new Plan(triggers, mall.settings().rules(), leadingReason(triggers), null);
        Shelf.Filled filled = Shelf.fill(request, mall.settings().page().blocks(), catalog, recommender);
        if (filled.blocks().isEmpty()) return refused(Reason.NOTHING_TO_SHOW);
        return new Plan(triggers, mall.settings().rules(), null, offer(plan, filled));
    }

    /// What keeps this visitor, on this page, from any trigger.
    private @Nullable Reason visitorGate() {
        MallSettings settings = mall.settings();
        if (!settings.live()) return Reason.MALL_NOT_LIVE;
        if (Admission.isBot(request.webdriver(), mall, caller)) return Reason.BOT;
        if (!Admission.mayBeRecognised(request.consent(), mall)) return Reason.NO_CONSENT;
        if (request.storage() != Storage.PERSISTENT) return Reason.NO_STORAGE;
        if (request.framed()) return Reason.IN_FRAME;
        PlanRequest.Seen seen = request.seen();
        if (seen != null && settings.rules().once())
            return seen.arm() == Arm.SHOWN ? Reason.ALREADY_SEEN : Reason.ALREADY_HELD_OUT;
        if (request.snoozedUntil() > request.sentAt()) return Reason.SNOOZED;
        return null;
    }

    private @Nullable Reason backHoldGate() {
        MallSettings settings = mall.settings();
        if (!settings.triggers().backHold().on()) return Reason.TRIGGER_OFF;
        if (!request.holds()) return Reason.STRICT_BUNDLE;
        if (!settings.templates().contains(request.template())) return Reason.PAGE_EXCLUDED;
        if (!request.landing().entry()) return Reason.NOT_LANDING_ENTRY;
        return HoldSource.refusal(request.landing(), SearchEngines.of(settings.searchEngines()));
    }

    private @Nullable Reason backLandingGate() {
        if (!mall.settings().triggers().backLanding().on()) return Reason.TRIGGER_OFF;
        if (!LANDINGS.contains(request.template())) return Reason.PAGE_EXCLUDED;
        return request.left() == null ? Reason.NOTHING_TO_SHOW : null;
    }

    /// The reason a mall can do most about: of the trigger that is switched on.
    private static Reason leadingReason(Map<Trigger, @Nullable Reason> triggers) {
        Reason hold = Objects.requireNonNull(triggers.get(Trigger.BACK_HOLD));
        return hold == Reason.TRIGGER_OFF ? Objects.requireNonNull(triggers.get(Trigger.BACK_LANDING)) : hold;
    }

    private Plan refused(Reason reason) {
        Map<Trigger, @Nullable Reason> triggers = new EnumMap<>(Trigger.class);
        for (Trigger trigger : Trigger.values()) triggers.put(trigger, reason);
        return new Plan(triggers, mall.settings().rules(), reason, null);
    }

    private Plan.Offer offer(UUID plan, Shelf.Filled filled) {
        MallSettings settings = mall.settings();
        double holdOut = settings.holdOutShare();
        Arm arm = Draw.arm(mall.armKey(), mall.experiment(), request.visitor(), holdOut);
        long now = caller.receivedAt(request.sentAt());
        PlanPass pass = new PlanPass(
                mall.id(),
                plan,
                request.visitor(),
                caller.originHash(),
                now,
                now + settings.rules().planTtlMs(),
                mall.settingsVersion(),
                MODEL,
                arm == Arm.HELD_OUT ? holdOut : 1 - holdOut,
                arm,
                VARIANT,
                mall.experiment());
        String locale = request.locale() == null ? mall.locale() : request.locale();
        return new Plan.Offer(
                pass,
                pass.sign(mall.tokenKey()),
                locale,
                settings.page().words().in(locale),
                settings.page().theme(),
                filled.blocks(),
                filled.spares(),
                filled.products());
    }
}
