package org.exoattribution;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import org.junit.jupiter.api.Test;

/** Which rooms of model and core may use which: the design, checked. */
class RoomsTest {
  private static final String ROOT = "org.exoattribution.";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.exoattribution");

  @Test
  void no_packages_use_each_other() {
    slices().matching("org.exoattribution.(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void certificates_are_judged_without_knowing_tenants_or_connectors() {
    onlyUses("certificate..", "certificate..", "memory..", "model..");
  }

  @Test
  void the_engine_uses_certificates_and_the_model_alone() {
    onlyUses("engine..", "engine..", "certificate..", "memory..", "model..");
  }

  @Test
  void advice_and_sensitivity_build_on_changes() {
    onlyUses("analysis.change..", "analysis.change..", "engine", "certificate", "model..");
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "analysis..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "analysis..")
        .check(MAIN);
  }

  /** What the engine is made of is nobody's business but its own. */
  @Test
  void the_rooms_inside_the_engine_are_closed() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "engine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "engine.(*)..")
        .check(MAIN);
  }

  @Test
  void an_index_knows_the_model_alone_and_a_stage_knows_nothing_of_explanations() {
    onlyUses("engine.index..", "engine.index..", "model..");
    onlyUses(
        "engine.stage..",
        "engine.stage..",
        "engine.index..",
        "certificate..",
        "memory..",
        "model..");
  }

  /** It sees what the stages found, and could not ask a rule again if it wanted to. */
  @Test
  void an_explanation_sees_results_and_never_an_index_an_ownership_or_a_condition() {
    onlyUses("engine.explanation..", "engine.explanation..", "engine.stage..", "model..");
    noClasses()
        .that()
        .resideInAPackage(ROOT + "engine.explanation..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            ".*\\.(Ownership|Conditions|Contested|Exactness|CertificateMatch|[A-Z]\\w*Stage)")
        .check(MAIN);
  }

  private static void onlyUses(String room, String... allowed) {
    String[] packages = new String[allowed.length + 4];
    for (int i = 0; i < allowed.length; i++) {
      packages[i] = ROOT + allowed[i];
    }
    packages[allowed.length] = "java..";
    packages[allowed.length + 1] = "javax..";
    packages[allowed.length + 2] = "org.jspecify..";
    packages[allowed.length + 3] = "[com.google.common..|org.bouncycastle..|org.slf4j..]";
    classes()
        .that()
        .resideInAPackage(ROOT + room)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(MAIN);
  }
}
