package reload.learn.bandit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What share each variant of a mall was learnt to deserve.
///
/// @param of by name, each above 0; empty where nothing was learnt
public record VariantShares(Map<String, Double> of) {
    public static final VariantShares EVEN = new VariantShares(Map.of());

    private static final int LAYOUT = 1;

    public VariantShares {
        of = Map.copyOf(of);
    }

    static VariantShares of(List<String> variants, Shares shares) {
        Map<String, Double> of = new HashMap<>();
        for (int i = 0; i < variants.size(); i++) of.put(variants.get(i), shares.of()[i]);
        return new VariantShares(of);
    }

    /// Of the variants there are now: one that was not there when the shares were learnt gets as much as all would
    /// evenly, and the others what is left, as they were learnt.
    public Shares over(List<String> variants) {
        double even = 1.0 / variants.size();
        double learnt = variants.stream()
                .mapToDouble(variant -> of.getOrDefault(variant, 0.0))
                .sum();
        double left = variants.stream()
                        .filter(variant -> of.getOrDefault(variant, 0.0) > 0)
                        .count()
                * even;
        return new Shares(variants.stream()
                .mapToDouble(variant -> of.containsKey(variant) ? of.get(variant) / learnt * left : even)
                .toArray());
    }

    /// As bytes: layout, count, then name and share of each.
    public byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            out.writeByte(of.size());
            for (var share : new TreeMap<>(of).entrySet()) {
                out.writeUTF(share.getKey());
                out.writeDouble(share.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /// @throws IllegalArgumentException if these bytes are no shares
    public static VariantShares read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int layout = in.readByte();
            if (layout != LAYOUT) throw new IllegalArgumentException("shares of layout " + layout);
            Map<String, Double> of = new HashMap<>();
            for (int left = in.readByte(); left > 0; left--) of.put(in.readUTF(), in.readDouble());
            return new VariantShares(of);
        } catch (IOException e) {
            throw new IllegalArgumentException("shares are cut short", e);
        }
    }
}
