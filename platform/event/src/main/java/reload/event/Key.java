package reload.event;

/// Whose history an event belongs to. The log keeps order per mall and key, and promises no other order.
public record Key(Kind kind, String value) {
    /// The stored code of a kind never changes.
    public enum Kind {
        VISITOR(1),
        ORDER(2),
        PRODUCT(3),
        MALL(4),
        CONVERSATION(5);

        private static final Kind[] BY_CODE = {VISITOR, ORDER, PRODUCT, MALL, CONVERSATION};
        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        public static Kind of(int code) {
            if (code < 1 || code > BY_CODE.length)
                throw new IllegalArgumentException("no kind of key has code " + code);
            return BY_CODE[code - 1];
        }
    }

    public Key {
        if (value.isEmpty()) throw new IllegalArgumentException("a key is not empty");
    }
}
