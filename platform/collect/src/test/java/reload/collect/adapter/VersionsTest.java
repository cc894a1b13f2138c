package reload.collect.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
    private static final byte[] OLD = "old();".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "new();".getBytes(StandardCharsets.UTF_8);
    private static final String OLD_NAME = "reload.1fd2bd08.js";
    private static final String NEW_NAME = "reload-hold.c79bf334.js";

    @TempDir
    Path data;

    private Path folder() {
        return data.resolve("sdk");
    }

    @Test
    void aVersionServedOnceIsServedByTheNextBuildToo() {
        Versions.keep(folder(), Map.of(OLD_NAME, OLD));
        assertThat(Versions.keep(folder(), Map.of(NEW_NAME, NEW)))
                .containsOnlyKeys(OLD_NAME, NEW_NAME)
                .containsEntry(OLD_NAME, OLD);
    }

    @Test
    void whatIsNotWhatItIsCalledIsNotServed() throws IOException {
        Versions.keep(folder(), Map.of(OLD_NAME, OLD));
        Files.writeString(folder().resolve(OLD_NAME), "evil();");
        Files.writeString(folder().resolve("reload.js"), "evil();");
        Files.writeString(folder().resolve("notes.txt"), "mine");
        assertThat(Versions.keep(folder(), Map.of(NEW_NAME, NEW))).containsOnlyKeys(NEW_NAME);
    }

    @Test
    void theBuildsOwnFilesAreServedWhateverStandsInTheFolder() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve(NEW_NAME), "evil();");
        assertThat(Versions.keep(folder(), Map.of(NEW_NAME, NEW))).containsEntry(NEW_NAME, NEW);
    }

    @Test
    void aFolderThatCannotBeUsedCostsTheEarlierVersionsOnly() throws IOException {
        Files.writeString(folder(), "a file where the folder should be");
        assertThat(Versions.keep(folder(), Map.of(NEW_NAME, NEW))).containsOnlyKeys(NEW_NAME);
    }
}
