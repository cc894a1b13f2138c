package reload.lab.shopper;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.PageEvent;
import reload.event.Product;
import reload.event.Template;
import reload.event.VisitorId;

/// One page view as the page itself knows it.
final class Page {
    final UUID view;
    final VisitorId visitor;
    final String url;
    final Template template;
    final @Nullable Product product;
    final boolean entry;
    final long openedAt;
    final List<Said> unsent = new ArrayList<>();
    long visibleMs;
    long activeMs;
    boolean activated;

    @Nullable
    PlanAnswer answer;

    long askedAt;

    final Sensing sensing;

    Page(
            UUID view,
            VisitorId visitor,
            String url,
            Template template,
            @Nullable Product product,
            boolean entry,
            long openedAt,
            Sensing sensing) {
        this.view = view;
        this.visitor = visitor;
        this.url = url;
        this.template = template;
        this.product = product;
        this.entry = entry;
        this.openedAt = openedAt;
        this.sensing = sensing;
    }

    void say(PageEvent event) {
        unsent.add(new Said(event, null));
    }

    /// @param issue the plan whose token the event carries
    void say(PageEvent event, PlanAnswer.Issue issue) {
        unsent.add(new Said(event, issue));
    }
}
