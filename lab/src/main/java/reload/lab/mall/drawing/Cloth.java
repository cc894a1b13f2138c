package reload.lab.mall.drawing;

/// What a garment is made of.
///
/// @param dye its colour
/// @param weave its surface
/// @param second the pattern's other colour
public record Cloth(Tint dye, Weave weave, Tint second) {
    /// The same dye, knitted as a rib: hems, cuffs and collars.
    Cloth rib() {
        return new Cloth(dye.darker(0.04), Weave.RIB, second);
    }

    Cloth plain() {
        return new Cloth(dye, Weave.PLAIN, second);
    }

    Cloth as(Weave other) {
        return new Cloth(dye, other, second);
    }

    Cloth dyed(Tint other) {
        return new Cloth(other, weave, second);
    }

    Cloth darker(double share) {
        return new Cloth(dye.darker(share), weave, second.darker(share));
    }

    /// What the line of a seam or an edge looks like on it.
    Tint line() {
        return dye.lightness() < 0.22 ? dye.lighter(0.28) : dye.darker(0.42);
    }
}
