package org.exoattribution.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import org.junit.jupiter.api.Test;

/** What the model may depend on: anyone can use its values without taking on a library. */
class ModelWallsTest {
  private static final String PACKAGES = "org.exoattribution";

  @Test
  void the_model_depends_on_the_jdk_and_the_null_annotations_alone() {
    JavaClasses main =
        new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PACKAGES);

    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.exoattribution.model", "java..", "javax..", "org.jspecify..")
        .check(main);
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
}
