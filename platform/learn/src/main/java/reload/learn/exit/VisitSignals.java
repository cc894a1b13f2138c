package reload.learn.exit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import reload.event.Device;
import reload.event.Template;
import reload.session.Trail;
import reload.session.Trail.Carted;
import reload.session.Trail.Ordered;
import reload.session.Trail.Viewed;

/// What a session knows of itself at each page viewed: [ViewSignals], the page, the cart, and where it came from.
/// Nothing of it comes from later than the view. A name's part before the dot is what people are told of.
public final class VisitSignals {
    private static final Set<String> PAID =
            Set.of("cpc", "ppc", "paid", "display", "banner", "retargeting", "affiliate");

    private VisitSignals() {}

    /// In the order of a row. A fuller cart must neither make leaving likelier nor an order less likely, and a
    /// cart or checkout page must not make an order less likely.
    public static List<Signal> of(Following following) {
        boolean exit = following == Following.EXIT;
        Stream<Signal> pace = ViewSignals.SIGNALS.stream();
        return Stream.concat(
                        exit ? pace : pace.map(signal -> Signal.of(signal.name())),
                        Stream.of(
                                Signal.of("page.home"),
                                Signal.of("page.list"),
                                Signal.of("page.product"),
                                exit ? Signal.of("page.cart") : Signal.rising("page.cart"),
                                exit ? Signal.of("page.checkout") : Signal.rising("page.checkout"),
                                Signal.of("page.order"),
                                Signal.of("landing.product"),
                                exit ? Signal.falling("cart.lines") : Signal.rising("cart.lines"),
                                Signal.of("order.placed"),
                                Signal.of("from.direct"),
                                Signal.of("from.search"),
                                Signal.of("from.social"),
                                Signal.of("from.shopping"),
                                Signal.of("from.paid"),
                                Signal.of("device.phone"),
                                Signal.of("device.desktop")))
                .toList();
    }

    /// @return of each page viewed what was known at it, one value a signal
    public static List<float[]> rows(PastVisit visit) {
        Trail trail = visit.trail();
        ViewSignals pace = new ViewSignals(trail.returning());
        List<float[]> rows = new ArrayList<>();
        Template landing = null;
        long last = 0;
        int lines = 0;
        boolean ordered = false;
        for (Trail.Step step : trail.steps()) {
            switch (step) {
                case Carted carted -> lines = carted.lines();
                case Ordered _ -> ordered = true;
                case Viewed viewed -> {
                    if (landing == null) landing = viewed.template();
                    float[] known = pace.view(page(viewed), viewed.afterMs() - last);
                    rows.add(joined(known, here(viewed.template(), landing, lines, ordered), from(visit)));
                    last = viewed.afterMs();
                }
            }
        }
        return rows;
    }

    /// @return of each page viewed whether it followed, where the session has ended
    public static boolean[] came(Trail trail, Following following) {
        List<Boolean> came = new ArrayList<>();
        Template page = Template.OTHER;
        for (Trail.Step step : trail.steps()) {
            switch (step) {
                case Carted _ -> {}
                case Viewed viewed -> {
                    page = viewed.template();
                    came.add(false);
                }
                // The page that says an order is complete comes with the order, not before it.
                case Ordered _ -> {
                    int before = page == Template.ORDER ? came.size() - 1 : came.size();
                    if (following == Following.ORDER) for (int i = 0; i < before; i++) came.set(i, true);
                }
            }
        }
        if (following == Following.EXIT && !came.isEmpty()) came.set(came.size() - 1, true);
        boolean[] all = new boolean[came.size()];
        for (int i = 0; i < all.length; i++) all[i] = came.get(i);
        return all;
    }

    /// What it is of, or what kind of page.
    private static String page(Viewed viewed) {
        return viewed.product() == 0 ? viewed.template().wire() : Integer.toString(viewed.product());
    }

    private static float[] here(Template page, Template landing, int lines, boolean ordered) {
        return new float[] {
            is(page == Template.HOME),
            is(page == Template.LIST || page == Template.SEARCH),
            is(page == Template.PRODUCT),
            is(page == Template.CART),
            is(page == Template.CHECKOUT),
            is(page == Template.ORDER),
            is(landing == Template.PRODUCT),
            lines,
            is(ordered)
        };
    }

    private static float[] from(PastVisit visit) {
        String medium = visit.medium();
        return new float[] {
            is(medium.equals("none")),
            is(medium.equals("organic")),
            is(medium.equals("social")),
            is(medium.equals("shopping")),
            is(PAID.contains(medium)),
            is(visit.device() == Device.PHONE),
            is(visit.device() == Device.DESKTOP)
        };
    }

    private static float is(boolean so) {
        return so ? 1 : 0;
    }

    private static float[] joined(float[]... parts) {
        float[] row =
                new float[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, row, at, part.length);
            at += part.length;
        }
        return row;
    }
}
