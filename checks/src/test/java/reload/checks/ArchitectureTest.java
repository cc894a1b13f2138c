package reload.checks;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// ARCHITECTURE.md's invariants about the code, kept by the build.
class ArchitectureTest {
    /// In the order an event travels.
    private static final List<String> STAGES =
            List.of("event", "log", "mall", "catalog", "collect", "session", "measure", "learn", "recommend", "decide");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(ArchitectureTest::isNoTestJar)
            .importPackages("reload");

    private static boolean isNoTestJar(Location location) {
        return !location.contains("-tests.jar") && !location.contains("/test-classes/");
    }

    /// A stage's root package: what we know, without what we touch.
    private static final DescribedPredicate<JavaClass> CORE = resideInAnyPackage(
                    STAGES.stream().map(stage -> "reload." + stage + "..").toArray(String[]::new))
            .and(DescribedPredicate.not(resideInAPackage("..adapter..")))
            .as("the core");

    @Test
    void everyStageIsThere() {
        for (String stage : STAGES)
            assertThat(OURS.that(resideInAPackage("reload." + stage + "..")))
                    .as(stage)
                    .isNotEmpty();
    }

    @Test
    void aStageReadsTheTypesOfEarlierStagesOnly() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("reload..");
        for (String stage : STAGES) layers = layers.layer(stage).definedBy("reload." + stage + "..");
        layers = layers.layer("on top").definedBy("reload.app..", "reload.lab..", "reload.bench..");
        for (int i = 0; i < STAGES.size(); i++) {
            var later = new java.util.ArrayList<>(STAGES.subList(i + 1, STAGES.size()));
            later.add("on top");
            layers = layers.whereLayer(STAGES.get(i)).mayOnlyBeAccessedByLayers(later.toArray(String[]::new));
        }
        layers.check(OURS);
    }

    @Test
    void theCoreKnowsNoFrameworkAndNoOutsideWorld() {
        noClasses()
                .that(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.vertx..",
                        "io.micrometer..",
                        "jakarta..",
                        "java.io..",
                        "java.net..",
                        "java.nio.file..",
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "org.slf4j..",
                        "org.eclipse.microprofile..")
                .check(OURS);
    }

    @Test
    void theCoreHasNoClockAndNoDiceOfItsOwn() {
        noClasses()
                .that(CORE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.security.SecureRandom")
                .check(OURS);
    }

    @Test
    void theCoreDoesNotReachIntoAnAdapter() {
        noClasses()
                .that(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("reload..adapter..")
                .check(OURS);
    }

    /// The simulated shoppers and the demo mall are strangers to the server: they may know the words, not the works.
    @Test
    void theLabSpeaksThePublicInterfacesOnly() {
        classes()
                .that()
                .resideInAPackage("reload.lab..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("reload.lab..", "reload.event..")
                        .or(DescribedPredicate.not(resideInAPackage("reload.."))))
                .check(OURS);
    }

    @Test
    void partsAreFreeOfCycles() {
        slices().matching("reload.(*)..").should().beFreeOfCycles().check(OURS);
    }

    /// The simulation repeats itself from its seed, the demo mall's pages from their arguments: entry points aside,
    /// both are pure.
    @Test
    void theLabsCoresAreGivenTheirClockAndDiceAndTouchNothing() {
        var cores = resideInAnyPackage(
                        "reload.lab.shopper", "reload.lab.mall", "reload.lab.mall.page", "reload.lab.mall.drawing")
                .and(DescribedPredicate.describe(
                        "besides entry points",
                        one -> one.tryGetMethod("main", String[].class).isEmpty()))
                .as("the lab's cores");
        noClasses()
                .that(cores)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.sql..", "reload.lab..adapter..")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .check(OURS);
    }

    @Test
    void everyPackageSaysWhatItIsForAndThatNothingInItIsNullUnlessSaid() {
        for (JavaPackage one : OURS.getPackage("reload").getSubpackagesInTree()) {
            if (one.getClasses().isEmpty()) continue;
            assertThat(one.tryGetPackageInfo())
                    .as("%s has a package-info", one.getName())
                    .isPresent();
            assertThat(one.isAnnotatedWith(NullMarked.class))
                    .as("%s is @NullMarked", one.getName())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Service", "Manager", "Helper", "Util", "Utils", "Impl"})
    void aNameSaysWhatAThingIs(String empty) {
        ArchRule rule = noClasses().that(alwaysTrue()).should().haveSimpleNameEndingWith(empty);
        rule.check(OURS);
    }
}
