package reload.checks.back;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import reload.checks.stage.Engine;
import reload.checks.stage.Measured;

/// What happened, as a table.
///
/// @param versions of the engines that ran
/// @param runs of each scenario with our script
record IntegrityTable(List<Outcome> outcomes, Map<Engine, String> versions, int runs) {
    /// Writes it to the build's folder; where all ran and the reader asks for it, into the document as well.
    void write(Path root, boolean full) throws IOException {
        Path built = root.resolve("checks/target/back-integrity.md");
        Files.createDirectories(built.getParent());
        Files.writeString(built, text());
        if (full)
            Measured.in(root.resolve("docs/methods/back-integrity.md"), "scenarios")
                    .put(text());
    }

    private String text() {
        List<Engine> engines = versions.keySet().stream().sorted().toList();
        StringBuilder text = new StringBuilder();
        text.append(versions.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""))
                .append(". ")
                .append(outcomes.stream().filter(Outcome::passed).count())
                .append(" of ")
                .append(outcomes.size())
                .append(" runs passed. Calls of ours to history in the strict bundle's runs: ")
                .append(outcomes.stream()
                        .filter(one -> one.bundle() == Bundle.STRICT)
                        .mapToInt(one -> one.calls().size())
                        .sum())
                .append(".\n\n| scenario |");
        for (Engine engine : engines)
            for (Bundle bundle : Bundle.values())
                text.append(' ').append(engine).append(", ").append(bundle).append(" |");
        text.append("\n|---|")
                .append("---|".repeat(engines.size() * Bundle.values().length))
                .append('\n');
        for (Scenario scenario : Scenario.ALL) {
            StringJoiner row = new StringJoiner(" | ", "| ", " |\n").add(scenario.rule());
            for (Engine engine : engines)
                for (Bundle bundle : Bundle.values()) row.add(passed(scenario, engine, bundle));
            text.append(row);
        }
        return text.toString();
    }

    private String passed(Scenario scenario, Engine engine, Bundle bundle) {
        List<Outcome> all = outcomes.stream()
                .filter(one -> one.scenario() == scenario && one.engine() == engine && one.bundle() == bundle)
                .toList();
        long passed = all.stream().filter(Outcome::passed).count();
        String count = passed + "/" + all.size();
        return all.isEmpty() ? "-" : passed < all.size() ? "**" + count + "**" : count;
    }
}
