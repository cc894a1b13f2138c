package reload.recommend;

import java.time.Duration;

/// How much one mall's learner remembers. Memory grows with what was seen: 187,000 sessions of 43,000 products took
/// 39 MB (`docs/methods/recommend.md`).
///
/// @param products products remembered; when full, the least popular quarter is forgotten
/// @param sessions sessions of two products or more remembered of the largest malls; the oldest go first
/// @param sessionLength products of one session remembered; a longer one teaches nothing more
/// @param compared most sessions compared with the one at hand, newest first
/// @param followers most products remembered as following one product
/// @param categories categories with a popularity of their own
/// @param ranked length of each popularity ranking
/// @param openSessions sessions that may go on at the same time
/// @param gap event time without a sign of a visitor after which the session is over
public record Limits(
        int products,
        int sessions,
        int sessionLength,
        int compared,
        int followers,
        int categories,
        int ranked,
        int openSessions,
        Duration gap) {
    /// A small mall remembers this many sessions, and any mall as many a product.
    private static final int FEWEST_SESSIONS = 10_000;

    private static final int SESSIONS_A_PRODUCT = 10;

    public static final Limits DEFAULT =
            new Limits(60_000, 200_000, 50, 5_000, 128, 2_000, 100, 50_000, Duration.ofMinutes(30));

    public Limits {
        if (products < 4 || sessions < 1 || sessionLength < 2 || compared < 1 || followers < 2 || categories < 0)
            throw new IllegalArgumentException("limits too small to learn anything");
        if (ranked < 1 || openSessions < 1 || gap.isNegative() || gap.isZero())
            throw new IllegalArgumentException("limits too small to learn anything");
    }

    /// How many sessions a mall of so many products remembers: what they take follows the mall's size. Grows in
    /// doublings.
    int sessionsOf(int of) {
        int room = Math.min(FEWEST_SESSIONS, sessions);
        while (room < sessions && room < (long) SESSIONS_A_PRODUCT * of) room = (int) Math.min(sessions, 2L * room);
        return room;
    }
}
