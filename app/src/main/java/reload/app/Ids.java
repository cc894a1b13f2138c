package reload.app;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Makes UUIDv7: a time in milliseconds and 74 random bits.
///
/// @see "RFC 9562, section 5.7"
final class Ids {
    private static final SecureRandom SEED = new SecureRandom();
    // Plan ids need to be unlike each other, not secret: the token is what cannot be guessed.
    private static final long SALT = SEED.nextLong();

    private Ids() {}

    /// @param millis since 1970
    static UUID at(long millis) {
        long random = ThreadLocalRandom.current().nextLong() ^ SALT;
        long high = millis << 16 | 0x7000L | random & 0xfffL;
        long low = 0x8000_0000_0000_0000L | ThreadLocalRandom.current().nextLong() >>> 2;
        return new UUID(high, low);
    }
}
