package reload.mall;

import static java.util.Objects.requireNonNull;

import reload.event.Wire;

/// Who outside the hold-out is shown a page, and which.
///
/// @param rule where `whom` is [Whom#RULE]: of what is known when the plan is made
/// @param cost what an interruption annoys, in minor units: where `whom` is [Whom#UPLIFT], showing must be expected to
/// bring more
public record Choosing(Whom whom, ShowRule rule, SharesFrom shares, long cost) {
    /// Everybody, and all pages alike.
    public static final Choosing INITIAL = new Choosing(Whom.EVERYBODY, ShowRule.EVERYBODY, SharesFrom.EVEN, 0);

    public Choosing {
        requireNonNull(whom, "whom");
        requireNonNull(rule, "rule");
        requireNonNull(shares, "shares");
    }

    /// Of those whom triggers and rules make eligible.
    public enum Whom {
        EVERYBODY,
        /// Where the mall's rule says so.
        RULE,
        /// Where it was learnt to bring more than it costs.
        UPLIFT;

        public String wire() {
            return Wire.of(this);
        }
    }

    /// What share of the visitors each page gets.
    public enum SharesFrom {
        /// All the same.
        EVEN,
        /// By what each has brought. Where everybody is shown a page, "nothing" is one more variant then.
        LEARNT;

        public String wire() {
            return Wire.of(this);
        }
    }

    /// Whether "nothing" competes with the pages: what a rule or the uplift decides, shares do not.
    public boolean nothingCompetes() {
        return whom == Whom.EVERYBODY && shares == SharesFrom.LEARNT;
    }

    /// Whether everybody is shown a page, if there is but one.
    public boolean leavesNoChoice() {
        return whom == Whom.EVERYBODY && shares == SharesFrom.EVEN;
    }

    public Choosing with(Whom changed) {
        return new Choosing(changed, rule, shares, cost);
    }

    public Choosing with(ShowRule changed) {
        return new Choosing(Whom.RULE, changed, shares, cost);
    }

    public Choosing with(SharesFrom changed) {
        return new Choosing(whom, rule, changed, cost);
    }
}
