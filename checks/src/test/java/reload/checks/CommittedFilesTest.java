package reload.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The project stands alone: no file of it says where it was made or where its libraries were brought from.
class CommittedFilesTest {
    private static final Path ROOT =
            Path.of(System.getProperty("reload.root", "..")).toAbsolutePath().normalize();
    private static final String SELF = "checks/src/test/java/reload/checks/CommittedFilesTest.java";

    private static List<String> files;

    @BeforeAll
    static void list() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "-C", ROOT.toString(), "ls-files", "-z")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as("git ls-files in %s", ROOT).isZero();
        files = Pattern.compile("\0")
                .splitAsStream(said)
                .filter(file -> !file.isEmpty())
                .toList();
        assertThat(files).hasSizeGreaterThan(100);
    }

    @Test
    void noLockFileSaysWhichRegistryAPackageCameFrom() throws IOException {
        assertThat(linesThatSay(
                        "\"resolved\"\\s*:|registry\\s*=|\"registry\"\\s*:",
                        "package-lock.json",
                        ".npmrc",
                        "package.json"))
                .isEmpty();
    }

    @Test
    void noBuildFileNamesARepository() throws IOException {
        assertThat(linesThatSay(
                        "<(repository|pluginRepository|mirror|distributionManagement)>|https?://(?!maven\\.apache\\.org/|www\\.w3\\.org/)",
                        "pom.xml",
                        "settings.xml",
                        ".mvn/jvm.config",
                        ".mvn/maven.config",
                        ".mvn/extensions.xml"))
                .isEmpty();
    }

    /// Folders that only the machine of whoever wrote the line has; `/tmp` is a name for any machine.
    @Test
    void noFileNamesAFolderOfTheMachineItWasWrittenOn() throws IOException {
        assertThat(linesThatSay("(?<![\\w./$}~-])/(root|work|home/\\w+|Users/\\w+)/[\\w.]"))
                .isEmpty();
    }

    /// A key or a password in a file is one that everybody has.
    @Test
    void noFileHoldsAPrivateKey() throws IOException {
        assertThat(linesThatSay("-----BEGIN [A-Z ]*PRIVATE KEY-----")).isEmpty();
    }

    /// @param names how the paths end; all files where there are none
    private static List<String> linesThatSay(String regex, String... names) throws IOException {
        Pattern said = Pattern.compile(regex);
        List<String> found = new ArrayList<>();
        for (String file : files) {
            if (file.equals(SELF)) continue;
            if (names.length > 0 && List.of(names).stream().noneMatch(file::endsWith)) continue;
            Path path = ROOT.resolve(file);
            if (!Files.isRegularFile(path)) continue; // deleted, and not committed yet
            int nth = 0;
            try {
                for (String line : Files.readAllLines(path)) {
                    nth++;
                    if (said.matcher(line).find()) found.add(file + ":" + nth + " " + line.strip());
                }
            } catch (CharacterCodingException picture) {
                continue; // not text
            }
        }
        return found;
    }
}
