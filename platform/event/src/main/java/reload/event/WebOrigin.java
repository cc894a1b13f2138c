package reload.event;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a page lives: scheme, host and port of its address, in lower case, as an `Origin` header names it.
///
/// @param scheme such as `https`
/// @param host a name, an IPv4 address, or an IPv6 address in brackets
/// @param port -1 where it is the scheme's own
public record WebOrigin(String scheme, String host, int port) {
    private static final int MAX_PORT = 65_535;

    /// Reads the origin off an absolute address. Written by hand, since pages report addresses no strict parser takes.
    ///
    /// @return null where the text has no scheme, no host, or a port that is none
    public static @Nullable WebOrigin of(@Nullable String address) {
        if (address == null) return null;
        int afterScheme = address.indexOf("://");
        if (afterScheme <= 0) return null;
        int start = afterScheme + 3;
        int end = start;
        while (end < address.length() && "/?#\\".indexOf(address.charAt(end)) < 0) end++;
        String authority = address.substring(start, end);
        authority = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        String scheme = address.substring(0, afterScheme).toLowerCase(Locale.ROOT);
        int colon = authority.indexOf(':', authority.lastIndexOf(']') + 1);
        String host = colon < 0 ? authority : authority.substring(0, colon);
        int port = colon < 0 ? -1 : port(authority.substring(colon + 1));
        if (!isName(scheme) || !isHost(host) || port == 0) return null;
        return new WebOrigin(scheme, host, port == ownPort(scheme) ? -1 : port);
    }

    /// As an `Origin` header writes it: `https://mall.example`, `http://localhost:8081`.
    public String text() {
        return scheme + "://" + authority();
    }

    /// Host, with the port where it is not the scheme's own: `mall.example`, `localhost:8081`.
    public String authority() {
        return port < 0 ? host : host + ":" + port;
    }

    /// Whether it is this very machine: `localhost`, `*.localhost`, 127.0.0.0/8 or `::1`.
    public boolean isLoopback() {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    /// @return -1 where it is empty, 0 where it is no port
    private static int port(String digits) {
        if (digits.isEmpty()) return -1;
        if (digits.length() > 5) return 0;
        int port = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') return 0;
            port = port * 10 + (c - '0');
        }
        return port > MAX_PORT ? 0 : port;
    }

    private static int ownPort(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            default -> -1;
        };
    }

    private static boolean isName(String scheme) {
        for (int i = 0; i < scheme.length(); i++) {
            char c = scheme.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.')))
                return false;
        }
        return true;
    }

    private static boolean isHost(String host) {
        if (host.isEmpty() || host.length() > 255) return false;
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean inside = bracketed && (c == ':' || i == 0 || i == host.length() - 1);
            if (c <= ' ' || c == 0x7f || (":[]\"<>^`{|}%".indexOf(c) >= 0 && !inside)) return false;
        }
        return true;
    }
}
