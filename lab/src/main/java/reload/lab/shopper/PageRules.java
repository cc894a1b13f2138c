package reload.lab.shopper;

import static reload.lab.shopper.World.HOUR;

import org.jspecify.annotations.Nullable;
import reload.event.Arm;
import reload.event.Frequency;
import reload.event.Reason;
import reload.event.Trigger;

/// What a page itself decides at the leave moment, from its plan and the browser's memory. On purpose not the server's
/// code: it stands in for the script in the page.
final class PageRules {
    private PageRules() {}

    /// @return why nothing may be shown now; null where nothing speaks against it
    static @Nullable Reason against(Page page, Trigger trigger, Browser browser, Tab tab) {
        PlanAnswer answer = page.answer;
        if (answer == null) return Reason.NO_PLAN;
        PlanAnswer.Issue issue = answer.issue();
        if (issue == null) return answer.reason() == null ? Reason.NO_PLAN : answer.reason();
        Reason unarmed = answer.against().get(trigger);
        if (unarmed != null) return unarmed;
        PlanAsk.Seen before = browser.seen;
        if (before != null
                && isTooSoon(answer.frequencies().getOrDefault(trigger, Frequency.VISITOR), before.at(), tab))
            return before.arm() == Arm.SHOWN ? Reason.ALREADY_SEEN : Reason.ALREADY_HELD_OUT;
        if (browser.snoozedUntil != null && browser.snoozedUntil > tab.clock()) return Reason.SNOOZED;
        if (tab.clock() - page.askedAt >= issue.ttlMs()) return Reason.PLAN_EXPIRED;
        if (tab.stayedMs() >= answer.rules().maxStayMs()) return Reason.STAYED_TOO_LONG;
        if (tab.stayedMs() < answer.rules().minStayMs()) return Reason.TOO_EARLY;
        if (!page.activated && trigger == Trigger.BACK_HOLD) return Reason.NO_ACTIVATION;
        return null;
    }

    private static boolean isTooSoon(Frequency frequency, long before, Tab tab) {
        return switch (frequency) {
            case VISITOR -> true;
            case VISIT -> before >= tab.arrivedAt();
            case DAY -> tab.clock() - before < 24 * HOUR;
            case ALWAYS -> false;
        };
    }
}
