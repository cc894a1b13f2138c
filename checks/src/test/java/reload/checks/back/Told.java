package reload.checks.back;

import com.fasterxml.jackson.databind.JsonNode;

/// What a page told the test's server: `witness.js`.
///
/// @param run the scenario run the page was served in
/// @param doc the document, which keeps its name in the browser's cache of pages
/// @param at milliseconds since 1970
/// @param said counts what the document has said
/// @param what `here` (the shopper is now on `page`), `ready` (all of the document can be seen),
///     `shown` (a reload page), `taken away`, `call` (of something that moves the shopper or
///     changes history), `planned` (a plan has come), `error` (of our scripts), `seen` or a word
///     of the page's own
record Told(int run, String doc, long at, int said, String what, String page, JsonNode more) {
    static Told of(JsonNode told) {
        return new Told(
                told.path("run").asInt(),
                told.path("doc").asText(),
                told.path("at").asLong(),
                told.path("said").asInt(),
                told.path("what").asText(),
                told.path("page").asText(),
                told);
    }

    boolean is(String word) {
        return what.equals(word);
    }

    boolean ours() {
        return more.path("ours").asBoolean();
    }

    /// Whether the document came from the browser's cache of pages.
    boolean persisted() {
        return more.path("persisted").asBoolean();
    }

    private String way() {
        return " (%s, entry %d, from %s)"
                .formatted(
                        more.path("way").asText(),
                        more.path("entries").asInt(),
                        more.path("from").asText());
    }

    /// As one line of the run that began with the other.
    String since(Told first) {
        return "%6d ms %s".formatted(at - first.at, this);
    }

    @Override
    public String toString() {
        return doc.substring(0, Math.min(3, doc.length())) + " " + what + " " + page
                + (is("call") ? " " + more.path("call").asText() + (ours() ? " (ours)" : "") : "")
                + (is("error") ? " " + more.path("message").asText() : "")
                + (more.has("way") ? way() : "")
                + (persisted() ? " (from the cache)" : "");
    }
}
