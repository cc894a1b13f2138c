package reload.learn.bandit;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import reload.mall.Choosing.SharesFrom;
import reload.mall.MallSettings;

/// What share each variant of a mall was learnt to deserve.
///
/// @param of by name, each above 0; empty where nothing was learnt
public record VariantShares(Map<String, Double> of) {
    public static final VariantShares EVEN = new VariantShares(Map.of());

    private static final int LAYOUT = 1;
    /// A mall has at most four pages, of names of at most 24 letters, and nothing.
    private static final int LARGEST = 512;

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

    /// Of a mall's variants as they are drawn: learnt where the mall asked for it, else even.
    public Shares of(MallSettings settings) {
        VariantShares chosen = settings.choosing().shares() == SharesFrom.LEARNT ? this : EVEN;
        return chosen.over(settings.variants());
    }

    /// As bytes: layout, count, then each name's length, name and share.
    public byte[] write() {
        ByteBuffer out = ByteBuffer.allocate(LARGEST);
        out.put((byte) LAYOUT).put((byte) of.size());
        for (var share : new TreeMap<>(of).entrySet()) {
            byte[] name = share.getKey().getBytes(StandardCharsets.UTF_8);
            out.put((byte) name.length).put(name).putDouble(share.getValue());
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    /// @throws IllegalArgumentException if these bytes are no shares
    public static VariantShares read(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            int layout = in.get();
            if (layout != LAYOUT) throw new IllegalArgumentException("shares of layout " + layout);
            Map<String, Double> of = new HashMap<>();
            for (int left = in.get(); left > 0; left--) {
                byte[] name = new byte[in.get()];
                in.get(name);
                of.put(new String(name, StandardCharsets.UTF_8), in.getDouble());
            }
            return new VariantShares(of);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("shares are cut short", e);
        }
    }
}
