package reload.learn.exit;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import reload.learn.trees.Trees;
import reload.learn.trees.TreesCodec;

/// How likely something is to follow (an exit, an order), from the signals of a session: the mean score of
/// several ensembles of trees that differ by their seed, made a chance by a calibration. Immutable.
///
/// @param signals in the order of a row
/// @param bag at least one, each of as many features as there are signals
public record Propensity(List<Signal> signals, List<Trees> bag, Calibration calibration) {
    private static final byte VERSION = 1;

    public Propensity {
        signals = List.copyOf(signals);
        bag = List.copyOf(bag);
        if (bag.isEmpty()) throw new IllegalArgumentException("a propensity has trees");
        for (Trees trees : bag)
            if (trees.features() != signals.size())
                throw new IllegalArgumentException(trees.features() + " features of " + signals.size() + " signals");
    }

    /// The same chance for every row.
    ///
    /// @param chance above 0 and below 1
    public static Propensity always(double chance, List<Signal> signals) {
        return new Propensity(
                signals, List.of(Trees.constant(signals.size(), Math.log(chance / (1 - chance)))), Calibration.NONE);
    }

    /// @param row one value a signal
    /// @return from 0 to 1; some microseconds
    public double of(float[] row) {
        return calibration.chance(score(row));
    }

    /// @return the mean score before calibration
    public double score(float[] row) {
        double sum = 0;
        for (Trees trees : bag) sum += trees.score(row);
        return sum / bag.size();
    }

    /// The same trees, believed otherwise.
    public Propensity calibrated(Calibration other) {
        return new Propensity(signals, bag, other);
    }

    /// Why a row has the chance it has. `base` and the shares sum to the chance's log-odds.
    ///
    /// @param base log-odds of the mean row the trees were grown on
    /// @param shares of the signals that moved it, the strongest first
    public record Why(double chance, double base, List<Share> shares) {}

    /// What a signal adds to the chance, in log-odds: above 0 it speaks for, below 0 against.
    public record Share(Signal signal, double logOdds) {}

    public Why why(float[] row) {
        double[] sums = new double[signals.size() + 1];
        for (Trees trees : bag) {
            double[] shares = trees.explain(row);
            for (int i = 0; i < sums.length; i++) sums[i] += shares[i] / bag.size();
        }
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++)
            if (sums[i] != 0) shares.add(new Share(signals.get(i), sums[i] * calibration.slope()));
        shares.sort(Comparator.comparingDouble((Share share) -> -Math.abs(share.logOdds())));
        double base = calibration.intercept() + calibration.slope() * sums[signals.size()];
        return new Why(of(row), base, List.copyOf(shares));
    }

    /// As bytes: version, calibration, signals and their directions, trees.
    public byte[] write() {
        List<byte[]> names = signals.stream()
                .map(signal -> signal.name().getBytes(StandardCharsets.UTF_8))
                .toList();
        List<byte[]> trees = bag.stream().map(TreesCodec::write).toList();
        int size = 1 + 8 + 8 + 2 + 2;
        for (byte[] name : names) size += 2 + name.length;
        for (byte[] one : trees) size += 4 + one.length;
        ByteBuffer out = ByteBuffer.allocate(size);
        out.put(VERSION).putDouble(calibration.slope()).putDouble(calibration.intercept());
        out.putShort((short) names.size()).putShort((short) trees.size());
        for (int i = 0; i < names.size(); i++)
            out.put((byte) signals.get(i).direction())
                    .put((byte) names.get(i).length)
                    .put(names.get(i));
        for (byte[] one : trees) out.putInt(one.length).put(one);
        return out.array();
    }

    /// @throws IllegalArgumentException if these bytes are no propensity
    public static Propensity read(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            byte version = in.get();
            if (version != VERSION) throw new IllegalArgumentException("a propensity of version " + version);
            Calibration calibration = new Calibration(in.getDouble(), in.getDouble());
            int names = in.getShort();
            int trees = in.getShort();
            List<Signal> signals = new ArrayList<>();
            for (int i = 0; i < names; i++) {
                int direction = in.get();
                signals.add(new Signal(new String(part(in, in.get()), StandardCharsets.UTF_8), direction));
            }
            List<Trees> bag = new ArrayList<>();
            for (int i = 0; i < trees; i++) bag.add(TreesCodec.read(part(in, in.getInt())));
            return new Propensity(signals, bag, calibration);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a propensity is cut short", e);
        }
    }

    private static byte[] part(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) throw new IllegalArgumentException("a part of " + length + " bytes");
        byte[] part = new byte[length];
        in.get(part);
        return part;
    }
}
