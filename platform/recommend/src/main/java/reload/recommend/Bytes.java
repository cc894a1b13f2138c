package reload.recommend;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes and reads numbers and texts as bytes: whole numbers in as few bytes as they need, small ones in one.
final class Bytes {
    private byte[] bytes;
    private int at;

    Bytes() {
        this(new byte[1024]);
    }

    Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] written() {
        return Arrays.copyOf(bytes, at);
    }

    boolean atEnd() {
        return at == bytes.length;
    }

    void whole(long value) {
        // Signs alternate, so that -1 is as short as 1.
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7fL) != 0) {
            put((int) rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        put((int) rest);
    }

    long whole() {
        long rest = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int part = take();
            rest |= (long) (part & 0x7f) << shift;
            if ((part & 0x80) == 0) return rest >>> 1 ^ -(rest & 1);
        }
        throw new IllegalArgumentException("a number does not end");
    }

    /// @throws IllegalArgumentException if what stands here is not from 0 to `most`
    int count(int most) {
        long value = whole();
        if (value < 0 || value > most) throw new IllegalArgumentException(value + " is not from 0 to " + most);
        return (int) value;
    }

    void bits(long value) {
        for (int shift = 0; shift < 64; shift += 8) put((int) (value >>> shift));
    }

    long bits() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 8) value |= (long) take() << shift;
        return value;
    }

    void real(double value) {
        bits(Double.doubleToRawLongBits(value));
    }

    double real() {
        return Double.longBitsToDouble(bits());
    }

    void shortReal(float value) {
        int raw = Float.floatToRawIntBits(value);
        for (int shift = 0; shift < 32; shift += 8) put(raw >>> shift);
    }

    float shortReal() {
        int raw = 0;
        for (int shift = 0; shift < 32; shift += 8) raw |= take() << shift;
        return Float.intBitsToFloat(raw);
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        whole(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, at, utf8.length);
        at += utf8.length;
    }

    String text() {
        int length = count(bytes.length - at);
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    private void put(int value) {
        room(1);
        bytes[at++] = (byte) value;
    }

    private int take() {
        if (at == bytes.length) throw new IllegalArgumentException("the bytes end too early");
        return bytes[at++] & 0xff;
    }

    private void room(int more) {
        if (at + more > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(at + more, bytes.length * 2));
    }
}
