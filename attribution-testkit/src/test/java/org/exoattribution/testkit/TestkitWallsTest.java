package org.exoattribution.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.util.Arrays;
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
  void no_packages_use_each_other() {
    slices().matching(TESTKIT + ".(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void cases_are_designs_and_designs_have_certificates() {
    mayUse("pki");
    mayUse("design", "pki");
    mayUse("cases", "design", "pki");
    mayUse("coverage", "design");
  }

  @Test
  void exports_are_read_without_scenarios_certificates_or_output() {
    mayUse("source");
    mayUse("document", "source");
    mayUse("export", "document", "source");
  }

  /** A tool takes the testkit for its reader: neither picocli nor a test framework comes along. */
  @Test
  void exports_are_read_with_a_parser_and_the_model() {
    noClasses()
        .that()
        .resideInAnyPackage(TESTKIT + ".export..", TESTKIT + ".document..", TESTKIT + ".source..")
        .should()
        .dependOnClassesThat(
            not(
                resideInAnyPackage(
                    "java..",
                    "javax.xml.stream..",
                    "org.exoattribution..",
                    "org.jspecify..",
                    "org.snakeyaml..",
                    "tools.jackson..")))
        .check(MAIN);
  }

  /** The second reading of the rules must not lean on the first. */
  @Test
  void the_reference_uses_none_of_the_rooms() {
    mayUse("reference");
    noClasses()
        .that()
        .resideInAPackage(TESTKIT + ".reference..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.exoattribution.engine..")
        .check(MAIN);
  }

  /** Of the rooms of the testkit, this one uses the named ones at most. */
  private static void mayUse(String room, String... others) {
    noClasses()
        .that()
        .resideInAPackage(TESTKIT + "." + room + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(TESTKIT + "..")
                .and(not(resideInAPackage(TESTKIT + "." + room + "..")))
                .and(
                    not(
                        resideInAnyPackage(
                            Arrays.stream(others)
                                .map(other -> TESTKIT + "." + other + "..")
                                .toArray(String[]::new)))))
        .check(MAIN);
  }

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
        .that() // which skip where a tool is not installed, but never in CI
        .doNotHaveSimpleName("MailTools")
        .and()
        .doNotHaveSimpleName("ReportInBrowserTest")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "org\\.junit\\..*(Disabled|Enabled|Assumption).*|net\\.jqwik\\..*Disabled")
        .check(tests);
  }
}
