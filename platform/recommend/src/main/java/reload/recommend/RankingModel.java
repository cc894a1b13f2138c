package reload.recommend;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import reload.learn.trees.Trees;
import reload.learn.trees.TreesCodec;
import reload.recommend.Query.View;

/// How a mall's evidence is weighed: a preset, and where enough was learnt trees that rank the best candidates anew.
/// Trees rank only what they were trained for; in another view the preset alone decides.
///
/// @param view what the trees were trained for
/// @param trees their features are [Features#NAMES]; null where the preset alone decides
public record RankingModel(
        Preset preset, View view, @Nullable Trees trees) {
    private static final byte VERSION = 1;

    /// What a mall begins with.
    public static final RankingModel UNTRAINED = new RankingModel(Preset.WANDERING, View.NEW_ONLY, null);

    public RankingModel {
        if (trees != null && trees.features() != Features.NAMES.size())
            throw new IllegalArgumentException("trees of " + trees.features() + " features");
    }

    /// The same trees for a mall whose own sessions chose this preset.
    public RankingModel with(Preset chosen) {
        return new RankingModel(chosen, view, trees);
    }

    public byte[] toBytes() {
        byte[] written = trees == null ? new byte[0] : TreesCodec.write(trees);
        return ByteBuffer.allocate(3 + written.length)
                .put(VERSION)
                .put((byte) preset.ordinal())
                .put((byte) view.ordinal())
                .put(written)
                .array();
    }

    /// @throws IllegalArgumentException if the bytes are of another version or of none
    public static RankingModel fromBytes(byte[] bytes) {
        if (bytes.length < 3 || bytes[0] != VERSION) throw new IllegalArgumentException("no ranking model");
        int preset = bytes[1];
        int view = bytes[2];
        if (preset < 0 || preset >= Preset.values().length || view < 0 || view >= View.values().length)
            throw new IllegalArgumentException("no ranking model");
        byte[] trees = Arrays.copyOfRange(bytes, 3, bytes.length);
        return new RankingModel(
                Preset.values()[preset], View.values()[view], trees.length == 0 ? null : TreesCodec.read(trees));
    }
}
