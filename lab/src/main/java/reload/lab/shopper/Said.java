package reload.lab.shopper;

import org.jspecify.annotations.Nullable;
import reload.event.PageEvent;

/// An event a page has to report, beside the plan whose token it carries.
record Said(PageEvent event, PlanAnswer.@Nullable Issue issue) {}
