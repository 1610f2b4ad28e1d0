package org.exoattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's Java example, taken from the README itself, compiles and prints what it should. */
class ReadmeExampleTest {
  private static final Path README = Path.of("..", "README.md");
  private static final List<String> IMPORTS =
      List.of(
          "java.time.Instant",
          "org.exoattribution.engine.*",
          "org.exoattribution.model.*",
          "org.exoattribution.certificate.*",
          "org.exoattribution.testkit.pki.*");

  @Test
  void the_java_example_compiles_and_attributes_the_mail_to_varunagroup(@TempDir Path folder)
      throws Exception {
    String example = blocks("java").get(0);
    assertThat(example.lines().count()).isLessThanOrEqualTo(14);
    Path source = folder.resolve("Example.java");
    Files.writeString(source, program(example));

    compile(source);

    assertThat(run(folder))
        .startsWith("varunagroup [FOREIGN_RECIPIENT")
        .contains("WILDCARD_CAPTURE");
  }

  private static String program(String example) {
    return IMPORTS.stream().map(i -> "import " + i + ";\n").collect(Collectors.joining())
        + "public class Example {\n  public static void main(String[] args) {\n"
        + example
        + "  }\n}\n";
  }

  private static void compile(Path source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status =
        compiler.run(
            null, messages, messages, "-cp", System.getProperty("java.class.path"), "" + source);
    assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
  }

  private static String run(Path folder) throws IOException, InterruptedException {
    String classPath = folder + System.getProperty("path.separator");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath + System.getProperty("java.class.path"),
                "Example")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  /** The code blocks of a language, in their order. */
  private static List<String> blocks(String language) throws IOException {
    String[] parts = Files.readString(README).split("```", -1);
    return Arrays.stream(parts)
        .filter(part -> part.startsWith(language + "\n"))
        .map(part -> part.substring(language.length() + 1))
        .toList();
  }
}
