package reload.event;

/// A browser as one mall knows it: 16 random bytes, base64url, 22 characters. It names nobody.
public record VisitorId(String value) {
    public VisitorId {
        if (!isValid(value)) throw new IllegalArgumentException("a visitor is 22 base64url characters");
    }

    public static boolean isValid(String value) {
        if (value.length() != 22) return false;
        for (int i = 0; i < 22; i++) {
            char c = value.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_'))
                return false;
        }
        // 128 bits are 21 characters and 2 bits: one spelling only, so that bytes and text stand for each other.
        return "AQgw".indexOf(value.charAt(21)) >= 0;
    }
}
