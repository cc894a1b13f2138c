package reload.session;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reload.event.Template;

/// What happened in a session, step by step, for whoever learns how sessions go on: kinds of pages and times, no
/// address, no product's name, no amount. In some 4 bytes a step.
///
/// @param returning whether the visitor had been here before
/// @param cut whether there were more steps than are kept
/// @param steps in the order they happened, at most [#MOST]
public record Trail(boolean returning, boolean cut, List<Step> steps) {
    /// So that a hostile page cannot grow a session's row.
    public static final int MOST = 100;

    private static final byte VERSION = 1;
    private static final int RETURNING = 1;
    private static final int CUT = 2;
    private static final int CARTED = 100;
    private static final int ORDERED = 101;
    /// The kind, and two numbers of at most five bytes.
    private static final int LONGEST_STEP = 11;

    private static final long TENTH = 100;
    /// As bytes count them: a new one comes last.
    private static final List<Template> TEMPLATES = List.of(
            Template.HOME,
            Template.LIST,
            Template.SEARCH,
            Template.PRODUCT,
            Template.CART,
            Template.CHECKOUT,
            Template.ORDER,
            Template.OTHER);

    public Trail {
        steps = List.copyOf(steps);
        if (steps.size() > MOST) throw new IllegalArgumentException("a trail of " + steps.size() + " steps");
    }

    /// One thing that happened.
    public sealed interface Step {
        /// Milliseconds since the session began, to the tenth of a second below.
        long afterMs();
    }

    /// A page was viewed.
    ///
    /// @param product counts the session's products from 1 as they come; 0 where the page is of none
    public record Viewed(long afterMs, Template template, int product) implements Step {
        public Viewed {
            afterMs = tenths(afterMs);
        }
    }

    /// The cart holds so many lines from now on.
    public record Carted(long afterMs, int lines) implements Step {
        public Carted {
            afterMs = tenths(afterMs);
        }
    }

    /// An order was placed.
    public record Ordered(long afterMs) implements Step {
        public Ordered {
            afterMs = tenths(afterMs);
        }
    }

    private static long tenths(long ms) {
        return Math.max(0, ms) / TENTH * TENTH;
    }

    /// @param steps in the order they happened; the first [#MOST] are kept
    static Trail of(boolean returning, List<Step> steps) {
        boolean cut = steps.size() > MOST;
        return new Trail(returning, cut, cut ? steps.subList(0, MOST) : steps);
    }

    /// How many pages were viewed.
    public int views() {
        return (int) steps.stream().filter(Viewed.class::isInstance).count();
    }

    /// As bytes: version, what holds for all, then of each step its kind, the tenths of a second since the one
    /// before, and its number.
    public byte[] write() {
        ByteBuffer out = ByteBuffer.allocate(2 + LONGEST_STEP * steps.size());
        out.put(VERSION).put((byte) ((returning ? RETURNING : 0) | (cut ? CUT : 0)));
        long before = 0;
        for (Step step : steps) {
            int kind = switch (step) {
                case Viewed viewed -> TEMPLATES.indexOf(viewed.template);
                case Carted _ -> CARTED;
                case Ordered _ -> ORDERED;
            };
            out.put((byte) kind);
            put(out, (step.afterMs() - before) / TENTH);
            before = step.afterMs();
            switch (step) {
                case Viewed viewed -> put(out, viewed.product);
                case Carted carted -> put(out, carted.lines);
                case Ordered _ -> {}
            }
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    /// @throws IllegalArgumentException if these bytes are no trail
    public static Trail read(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            byte version = in.get();
            if (version != VERSION) throw new IllegalArgumentException("a trail of version " + version);
            int all = in.get();
            List<Step> steps = new ArrayList<>();
            long at = 0;
            while (in.hasRemaining()) {
                int kind = in.get();
                at += take(in) * TENTH;
                steps.add(
                        switch (kind) {
                            case CARTED -> new Carted(at, (int) take(in));
                            case ORDERED -> new Ordered(at);
                            default -> new Viewed(at, template(kind), (int) take(in));
                        });
            }
            return new Trail((all & RETURNING) != 0, (all & CUT) != 0, steps);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a trail is cut short", e);
        }
    }

    private static Template template(int kind) {
        if (kind < 0 || kind >= TEMPLATES.size()) throw new IllegalArgumentException("no step of kind " + kind);
        return TEMPLATES.get(kind);
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    private static void put(ByteBuffer out, long number) {
        long rest = number;
        for (; rest > 0x7f; rest >>>= 7) out.put((byte) (rest & 0x7f | 0x80));
        out.put((byte) rest);
    }

    private static long take(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            byte part = in.get();
            number |= (part & 0x7fL) << shift;
            if (part >= 0) return number;
        }
        throw new IllegalArgumentException("a number of a trail does not end");
    }
}
