package reload.recommend;

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

    /// Signs alternate, so that -1 is as short as 1.
    void whole(long value) {
        unsigned(value << 1 ^ value >> 63);
    }

    long whole() {
        long value = unsigned();
        return value >>> 1 ^ -(value & 1);
    }

    private void unsigned(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            put((int) rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        put((int) rest);
    }

    private long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int part = take();
            value |= (long) (part & 0x7f) << shift;
            if ((part & 0x80) == 0) return value;
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

    /// Character by character, so that what is no proper text comes back as it was too.
    void text(String text) {
        unsigned(text.length());
        for (int i = 0; i < text.length(); i++) unsigned(text.charAt(i));
    }

    String text() {
        long length = unsigned();
        if (length < 0 || length > bytes.length - at) throw new IllegalArgumentException("a text ends too early");
        char[] text = new char[(int) length];
        for (int i = 0; i < text.length; i++) text[i] = (char) unsigned();
        return new String(text);
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
