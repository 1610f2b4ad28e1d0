package org.exoattribution.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.exoattribution.certificate.TrustAnchors;
import org.junit.jupiter.api.Test;

/**
 * The walls around model and engine. An attribution is a function of its inputs: time, randomness,
 * files and network reach it as parameters or not at all, and no library shows in its signatures.
 */
class CoreWallsTest {
  private static final String PACKAGES = "org.exoattribution";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(PACKAGES);

  /** Calls that read the clock, draw at random or ask a name server. */
  private static final Map<Class<?>, Set<String>> IMPURE_CALLS =
      Map.of(
          System.class,
          Set.of("currentTimeMillis", "nanoTime"),
          Calendar.class,
          Set.of("getInstance"),
          Math.class,
          Set.of("random"),
          StrictMath.class,
          Set.of("random"),
          UUID.class,
          Set.of("randomUUID"),
          InetAddress.class,
          Set.of(
              "getByName",
              "getAllByName",
              "getLocalHost",
              "getHostName",
              "getCanonicalHostName",
              "isReachable"));

  private static final Set<String> IMPURE_OVERLOADS =
      Set.of("java.util.Date.<init>()", "java.util.Collections.shuffle(java.util.List)");

  @Test
  void public_signatures_name_only_the_jdk_and_this_project() {
    classes()
        .should(
            PublicSignatures.nameOnly(
                resideInAnyPackage("java..", "javax..", "org.exoattribution..")))
        .check(MAIN);
  }

  @Test
  void nothing_reads_the_clock_draws_at_random_or_looks_up_a_name() {
    noClasses().should().accessTargetWhere(anImpureCall()).check(MAIN);
    noClasses()
        .should()
        .dependOnClassesThat(
            belongToAnyOf(Clock.class, InstantSource.class)
                .or(assignableTo(RandomGenerator.class))
                .or(resideInAPackage("javax.naming..")))
        .check(MAIN);
  }

  @Test
  void nothing_touches_files_or_the_network() {
    noClasses()
        .that() // whose jdkDefaults() reads the platform's trust store, when it is asked to
        .doNotBelongToAnyOf(TrustAnchors.class)
        .should()
        .dependOnClassesThat(
            belongToAnyOf(
                    File.class,
                    FileInputStream.class,
                    FileOutputStream.class,
                    FileReader.class,
                    FileWriter.class,
                    RandomAccessFile.class)
                .or(resideInAnyPackage("java.nio.file..", "java.nio.channels..", "javax.net.."))
                .or(
                    resideInAPackage("java.net..")
                        .and(not(assignableTo(InetAddress.class)))
                        .and(not(belongToAnyOf(IDN.class, UnknownHostException.class)))))
        .check(MAIN);
  }

  @Test
  void the_engine_does_not_depend_on_the_analysis() {
    noClasses()
        .that()
        .resideInAPackage("org.exoattribution.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.exoattribution.analysis..")
        .check(MAIN);
  }

  @Test
  void no_test_is_skipped() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(Predefined.ONLY_INCLUDE_TESTS)
            .importPackages(PACKAGES);

    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "org\\.junit\\..*(Disabled|Enabled|Assumption).*|net\\.jqwik\\..*Disabled")
        .check(tests);
  }

  private static DescribedPredicate<JavaAccess<?>> anImpureCall() {
    return DescribedPredicate.describe(
        "reads the clock, draws at random or asks a name server",
        access -> {
          AccessTarget target = access.getTarget();
          JavaClass owner = target.getOwner();
          return IMPURE_OVERLOADS.contains(target.getFullName())
              || (owner.getPackageName().startsWith("java.time") && target.getName().equals("now"))
              || IMPURE_CALLS.entrySet().stream()
                  .anyMatch(
                      impure ->
                          owner.isAssignableTo(impure.getKey())
                              && impure.getValue().contains(target.getName()));
        });
  }
}
