package reload.decide;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.catalog.Catalog;
import reload.collect.Admission;
import reload.collect.Admission.Caller;
import reload.event.Arm;
import reload.event.Frequency;
import reload.event.PlanPass;
import reload.event.Reason;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Trigger;
import reload.learn.exit.MallModel;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.MallSettings.Sentences;
import reload.mall.MallSettings.TriggerSettings;
import reload.mall.SearchEngines;
import reload.recommend.Recommender;

/// What a page may do at the moment of leaving. Everything but the arm is decided before the arm is drawn, so
/// that both sides of the experiment hold the same visitors.
public final class Decision {
    /// The one page template there is so far. Later ones compete with it.
    private static final String VARIANT = "classic";

    private static final List<Trigger> TRIGGERS = List.of(Trigger.values());
    private static final Set<Template> LANDINGS = EnumSet.of(Template.HOME, Template.LIST, Template.SEARCH);
    private static final Set<Template> LOOKING =
            EnumSet.of(Template.HOME, Template.LIST, Template.SEARCH, Template.PRODUCT);
    /// Where nobody is interrupted.
    private static final Set<Template> BUYING = EnumSet.of(Template.CART, Template.CHECKOUT, Template.ORDER);
    /// Events less than 30 minutes apart are one session.
    private static final long SURELY_THE_SAME_VISIT = 30 * 60_000L;
    private static final long DAY = 24 * 3_600_000L;

    private final PlanRequest request;
    private final Mall mall;
    private final MallSettings settings;
    private final Caller caller;
    private final MallModel model;

    private Decision(PlanRequest request, Mall mall, Caller caller, MallModel model) {
        this.request = request;
        this.mall = mall;
        this.settings = mall.settings();
        this.caller = caller;
        this.model = model;
    }

    /// Decides. Pure; the cost is that of two recommendations.
    ///
    /// @param plan the id the plan will have, if there is one; UUIDv7
    public static Plan decide(
            PlanRequest request,
            Mall mall,
            Caller caller,
            UUID plan,
            Catalog catalog,
            Recommender recommender,
            MallModel model) {
        return new Decision(request, mall, caller, model).decide(plan, catalog, recommender);
    }

    private Plan decide(UUID plan, Catalog catalog, Recommender recommender) {
        Reason closed = pageGate();
        if (closed != null) return refused(closed);
        Map<Trigger, @Nullable Reason> triggers = new EnumMap<>(Trigger.class);
        boolean any = false;
        for (Trigger trigger : TRIGGERS) {
            Reason reason = gate(trigger);
            triggers.put(trigger, reason);
            any |= reason == null;
        }
        if (!any) return new Plan(triggers, settings, leadingReason(triggers), null);
        String locale = request.locale() == null ? mall.locale() : request.locale();
        Sentences words = settings.page().words().in(locale);
        long now = caller.receivedAt(request.sentAt());
        Shelf.Filled filled = Shelf.fill(request, settings.page().blocks(), words, now, catalog, recommender);
        if (filled.blocks().isEmpty()) return refused(Reason.NOTHING_TO_SHOW);
        return new Plan(triggers, settings, null, offer(plan, now, locale, words, filled));
    }

    /// What keeps every trigger from this page.
    private @Nullable Reason pageGate() {
        if (!settings.live()) return Reason.MALL_NOT_LIVE;
        if (Admission.isBot(request.webdriver(), mall, caller)) return Reason.BOT;
        if (!Admission.mayBeRecognised(request.consent(), mall)) return Reason.NO_CONSENT;
        return request.framed() ? Reason.IN_FRAME : null;
    }

    private @Nullable Reason gate(Trigger trigger) {
        // A shopper who asks is answered: that needs no memory and no experiment.
        if (trigger.joinsExperiment() && request.storage() != Storage.PERSISTENT) return Reason.NO_STORAGE;
        TriggerSettings own = settings.triggers().of(trigger);
        if (trigger.interrupts()) {
            Reason reason = visitorGate(own.frequency());
            if (reason != null) return reason;
        }
        if (!own.on()) return Reason.TRIGGER_OFF;
        return switch (trigger) {
            case BACK_HOLD -> backHoldGate();
            case BACK_LANDING -> backLandingGate();
            case LEAVE_SIGNAL ->
                settings.templates().contains(request.template()) && !BUYING.contains(request.template())
                        ? null
                        : Reason.PAGE_EXCLUDED;
            case RETURN -> returnGate();
            case LINK, INLINE -> null;
        };
    }

    /// What keeps this visitor from being interrupted.
    private @Nullable Reason visitorGate(Frequency frequency) {
        PlanRequest.Seen seen = request.seen();
        if (seen != null && isTooSoon(frequency, request.sentAt() - seen.at()))
            return seen.arm() == Arm.SHOWN ? Reason.ALREADY_SEEN : Reason.ALREADY_HELD_OUT;
        return request.snoozedUntil() > request.sentAt() ? Reason.SNOOZED : null;
    }

    /// The page, which knows when its visit began, decides what is left open here.
    private static boolean isTooSoon(Frequency frequency, long sinceMs) {
        return switch (frequency) {
            case VISITOR -> true;
            case VISIT -> sinceMs < SURELY_THE_SAME_VISIT;
            case DAY -> sinceMs < DAY;
            case ALWAYS -> false;
        };
    }

    private @Nullable Reason backHoldGate() {
        if (!request.holds()) return Reason.STRICT_BUNDLE;
        if (!settings.templates().contains(request.template())) return Reason.PAGE_EXCLUDED;
        if (!request.landing().entry()) return Reason.NOT_LANDING_ENTRY;
        return HoldSource.refusal(request.landing(), SearchEngines.of(settings.searchEngines()));
    }

    private @Nullable Reason backLandingGate() {
        if (!LANDINGS.contains(request.template())) return Reason.PAGE_EXCLUDED;
        return request.left() == null ? Reason.NOTHING_TO_SHOW : null;
    }

    private @Nullable Reason returnGate() {
        if (!LOOKING.contains(request.template())) return Reason.PAGE_EXCLUDED;
        return Shelf.current(request) == null ? Reason.NOTHING_TO_SHOW : null;
    }

    /// The reason a mall can do most about: of the first trigger that is switched on.
    private static Reason leadingReason(Map<Trigger, @Nullable Reason> triggers) {
        for (Reason reason : triggers.values()) if (reason != null && reason != Reason.TRIGGER_OFF) return reason;
        return Reason.TRIGGER_OFF;
    }

    private Plan refused(Reason reason) {
        Map<Trigger, @Nullable Reason> triggers = new EnumMap<>(Trigger.class);
        for (Trigger trigger : TRIGGERS) triggers.put(trigger, reason);
        return new Plan(triggers, settings, reason, null);
    }

    private Plan.Offer offer(UUID plan, long now, String locale, Sentences words, Shelf.Filled filled) {
        double holdOut = settings.holdOutShare();
        Arm arm = Draw.arm(mall.armKey(), mall.experiment(), request.visitor(), holdOut);
        PlanPass pass = new PlanPass(
                mall.id(),
                plan,
                request.visitor(),
                caller.originHash(),
                now,
                now + settings.rules().planTtlMs(),
                mall.settingsVersion(),
                model.version(),
                arm == Arm.HELD_OUT ? holdOut : 1 - holdOut,
                arm,
                VARIANT,
                mall.experiment());
        return new Plan.Offer(
                pass,
                pass.sign(mall.tokenKey()),
                locale,
                words,
                settings.page().theme(),
                filled.blocks(),
                filled.spares(),
                filled.products(),
                filled.badges(),
                model.leave());
    }
}
