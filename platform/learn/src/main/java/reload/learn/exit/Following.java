package reload.learn.exit;

import java.util.Locale;

/// What may follow a page view.
public enum Following {
    /// The session ends with it: no further page is viewed.
    EXIT(0.35),
    /// The session comes to an order later on.
    ORDER(0.03);

    /// How many views the chance believed beforehand weighs against.
    private static final double BELIEVED = 50;

    private final double chance;

    Following(double chance) {
        this.chance = chance;
    }

    /// As the table `model` names it.
    public String kind() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The chance at any view, as far as anything is known: set by hand, moved by a mall's own views.
    ///
    /// @param came views it followed
    /// @param views at least as many
    public double average(long came, long views) {
        return (came + BELIEVED * chance) / (views + BELIEVED);
    }
}
