package reload.log;

/// An entry where it stands in the log.
public record Logged(Position position, Entry entry) {}
