package reload.event;

/// One mall, by the number its rows carry. Never shown to the public: pages name a mall by its [SiteKey].
///
/// @param value above 0
public record MallId(int value) {
    public MallId {
        if (value <= 0) throw new IllegalArgumentException("a mall's number is above 0, not " + value);
    }
}
