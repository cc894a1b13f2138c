package reload.learn.trees;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import reload.learn.trees.Trees.Link;

/// Trees as bytes: a head of 22, 24 bytes a node, 8 a leaf, 4 a tree, and a checksum of all of it.
/// Big-endian.
public final class TreesCodec {
    private static final int MAGIC = 0x52_54_52_45; // RTRE
    private static final byte VERSION = 1;
    private static final int HEAD = 4 + 1 + 1 + 4 + 4 + 4 + 4;
    private static final int NODE = 4 + 8 + 4 + 4 + 4;
    private static final int CHECKSUM = 4;

    private TreesCodec() {}

    public static byte[] write(Trees trees) {
        int nodes = trees.splits.length;
        ByteBuffer out = ByteBuffer.allocate(size(trees.roots.length, nodes, trees.leaves.length));
        out.putInt(MAGIC).put(VERSION).put((byte) trees.link.ordinal()).putInt(trees.features);
        out.putInt(trees.roots.length).putInt(nodes).putInt(trees.leaves.length);
        for (int root : trees.roots) out.putInt(root);
        for (int node = 0; node < nodes; node++)
            out.putInt(trees.splits[node])
                    .putDouble(trees.thresholds[node])
                    .putInt(trees.lefts[node])
                    .putInt(trees.rights[node])
                    .putFloat(trees.means[node]);
        for (double leaf : trees.leaves) out.putDouble(leaf);
        out.putInt(checksum(out));
        return out.array();
    }

    /// @throws IllegalArgumentException if these bytes are no trees, of another version, cut short or changed
    public static Trees read(byte[] bytes) {
        try {
            return read(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("trees are cut short", e);
        }
    }

    private static Trees read(ByteBuffer in) {
        if (in.getInt() != MAGIC) throw new IllegalArgumentException("these bytes are no trees");
        byte version = in.get();
        if (version != VERSION) throw new IllegalArgumentException("trees of version " + version);
        byte link = in.get();
        if (link < 0 || link >= Link.values().length) throw new IllegalArgumentException("no link " + link);
        int features = in.getInt();
        int[] roots = new int[count(in)];
        int nodes = count(in);
        double[] leaves = new double[count(in)];
        if (in.capacity() != size(roots.length, nodes, leaves.length))
            throw new IllegalArgumentException("trees of another length than they say");
        ByteBuffer checked = in.duplicate().position(in.limit() - CHECKSUM);
        if (checksum(checked) != checked.getInt()) throw new IllegalArgumentException("trees have been changed");
        for (int tree = 0; tree < roots.length; tree++) roots[tree] = in.getInt();
        int[] splits = new int[nodes];
        double[] thresholds = new double[nodes];
        int[] lefts = new int[nodes];
        int[] rights = new int[nodes];
        float[] means = new float[nodes];
        for (int node = 0; node < nodes; node++) {
            splits[node] = in.getInt();
            thresholds[node] = in.getDouble();
            lefts[node] = in.getInt();
            rights[node] = in.getInt();
            means[node] = in.getFloat();
        }
        for (int leaf = 0; leaf < leaves.length; leaf++) leaves[leaf] = in.getDouble();
        return new Trees(Link.values()[link], features, roots, splits, thresholds, lefts, rights, means, leaves);
    }

    /// A wrong count must not make us reserve memory for it.
    private static int count(ByteBuffer in) {
        int count = in.getInt();
        if (count < 0 || count > in.capacity() / 4)
            throw new IllegalArgumentException("trees with " + count + " parts");
        return count;
    }

    private static int size(int trees, int nodes, int leaves) {
        return Math.toIntExact(HEAD + 4L * trees + (long) NODE * nodes + 8L * leaves + CHECKSUM);
    }

    /// Of all that lies before the position.
    private static int checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.duplicate().flip());
        return (int) checksum.getValue();
    }
}
