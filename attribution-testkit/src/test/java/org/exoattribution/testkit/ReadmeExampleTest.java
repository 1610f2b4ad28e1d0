package org.exoattribution.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.design.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/**
 * The Java of the root README, copied from it, compiles with exactly the dependencies that it names
 * and does what it says there.
 */
class ReadmeExampleTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

  /** What attribution-core brings. */
  private static final Dependencies CORE =
      new Dependencies(
          "bc(prov|pkix|util)-.*|guava-.*|failureaccess-.*|slf4j-api-.*|jspecify-.*",
          List.of(Tenant.class, AttributionEngine.class));

  /** What attribution-testkit brings besides, and the two that the README tells to add. */
  private static final Dependencies TESTS =
      new Dependencies(
          CORE.jars()
              + "|jackson-.*|snakeyaml-engine-.*"
              + "|junit-.*|opentest4j-.*|apiguardian-api-.*|assertj-core-.*|byte-buddy-.*",
          List.of(Tenant.class, AttributionEngine.class, Design.class));

  @TempDir private Path folder;

  @Test
  void the_example_of_the_engine_needs_core_alone_and_prints_what_stands_below_it()
      throws Exception {
    String classPath = compile("Example", examples("README.md").get(0), CORE);

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder + File.pathSeparator + classPath,
                "Example")
            .redirectError(ProcessBuilder.Redirect.DISCARD) // SLF4J says that it has no provider
            .start();

    String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains("It prints `" + printed + "`");
  }

  @Test
  void of_the_tests_one_is_green_and_one_red() throws Exception {
    compile("MailFlowTest", examples("README.md").get(1), TESTS);

    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Events tests =
          EngineTestKit.engine("junit-jupiter")
              .selectors(selectClass(loader.loadClass("MailFlowTest")))
              .execute()
              .testEvents();

      assertThat(tests.succeeded().count()).isEqualTo(1);
      assertThat(tests.failed().stream())
          .singleElement()
          .satisfies(
              failed ->
                  assertThat(failed.getRequiredPayload(TestExecutionResult.class).getThrowable())
                      .hasValueSatisfying(
                          error ->
                              assertThat(error)
                                  .hasMessageContaining("Originating from varunagroup")));
    }
  }

  @Test
  void the_example_with_certificates_needs_core_alone() throws Exception {
    String example = examples("attribution-core/README.md").get(0);

    compile(
        "Certificates",
        """
        import java.nio.file.*;
        import java.security.cert.X509Certificate;
        import java.time.Instant;
        import java.util.List;
        import org.exoattribution.certificate.*;
        import org.exoattribution.engine.*;
        import org.exoattribution.model.*;

        class Certificates {
          void example(TenantDirectory directory) throws Exception {
        """
            + example
            + "}}",
        CORE);
  }

  private static List<String> examples(String guide) throws IOException {
    return JAVA.matcher(Files.readString(ROOT.resolve(guide)))
        .results()
        .map(example -> example.group(1))
        .toList();
  }

  /** Compiles a class into the folder with these dependencies alone, and returns their path. */
  private String compile(String name, String source, Dependencies dependencies) throws Exception {
    String classPath = dependencies.classPath();
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, messages, messages, "-proc:none", "-cp", classPath, file.toString());
    assertThat(status).as(messages.toString(UTF_8)).isZero();
    return classPath;
  }

  /** A part of this test's class path: jars by their names, and modules by a class of each. */
  private record Dependencies(String jars, List<Class<?>> modules) {
    String classPath() throws URISyntaxException {
      List<String> path = new ArrayList<>();
      for (Class<?> module : modules) {
        path.add(
            Path.of(module.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
      }
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        if (Path.of(entry).getFileName().toString().matches(jars)) {
          path.add(entry);
        }
      }
      return String.join(File.pathSeparator, path);
    }
  }
}
