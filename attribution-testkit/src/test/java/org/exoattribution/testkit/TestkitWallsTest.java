package org.exoattribution.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import org.junit.jupiter.api.Test;

/** The walls between the parts of the testkit. */
class TestkitWallsTest {
  private static final String TESTKIT = "org.exoattribution.testkit";
  private static final String[] FOR_TEST_FRAMEWORKS = {
    TESTKIT + ".assertj..", TESTKIT + ".jqwik..", TESTKIT + ".junit.."
  };

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(TESTKIT);

  @Test
  void the_fixtures_do_not_depend_on_scenario_files_or_the_command_line() {
    noClasses()
        .that()
        .resideInAnyPackage(
            TESTKIT + ".pki..",
            TESTKIT + ".design..",
            TESTKIT + ".cases..",
            TESTKIT + ".coverage..",
            TESTKIT + ".assertj..",
            TESTKIT + ".jqwik..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TESTKIT + ".scenario..", TESTKIT + ".cli..")
        .check(MAIN);
  }

  @Test
  void nothing_depends_on_the_command_line() {
    noClasses()
        .that()
        .resideOutsideOfPackage(TESTKIT + ".cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TESTKIT + ".cli..", "picocli..")
        .check(MAIN);
  }

  /** The executable jar carries no test framework. */
  @Test
  void test_frameworks_stay_in_their_own_packages() {
    noClasses()
        .that()
        .resideOutsideOfPackages(FOR_TEST_FRAMEWORKS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "org.assertj..", "net.jqwik..")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(FOR_TEST_FRAMEWORKS)
        .check(MAIN);
  }

  @Test
  void no_test_is_skipped() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(Predefined.ONLY_INCLUDE_TESTS)
            .importPackages(TESTKIT);

    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "org\\.junit\\..*(Disabled|Enabled|Assumption).*|net\\.jqwik\\..*Disabled")
        .check(tests);
  }
}
