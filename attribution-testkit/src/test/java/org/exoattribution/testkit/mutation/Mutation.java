package org.exoattribution.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One rule of the engine, broken by one change of its source.
 *
 * @param rule what is broken: the rule's id, and how
 * @param file the name of the source file, in one of the engine's rooms
 * @param from text that stands there exactly once
 * @param to what breaks the rule
 */
record Mutation(String rule, String file, String from, String to) {
  private static final Path SOURCES =
      Path.of("..", "attribution-core", "src", "main", "java", "org", "exoattribution", "engine");

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  /** Compiles the broken file, and only it, into a folder. */
  void compileInto(Path folder, StandardJavaFileManager files) throws IOException {
    Path broken = Files.writeString(folder.resolve(file), brokenSource());
    List<String> options =
        List.of("-proc:none", "-nowarn", "-classpath", CLASS_PATH, "-d", folder.toString());
    StringWriter messages = new StringWriter();
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(messages, files, null, options, null, files.getJavaFileObjects(broken))
            .call();
    assertThat(compiled).as("whether this compiles: %s%n%s", this, messages).isTrue();
  }

  private String brokenSource() throws IOException {
    String source = Files.readString(source()).replace("\r\n", "\n");
    assertThat(source.split(Pattern.quote(from), -1).length - 1)
        .as("%s: how often %s has the text to be changed%n%s", rule, file, from)
        .isEqualTo(1);
    return source.replace(from, to);
  }

  private Path source() throws IOException {
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      return sources.filter(path -> path.endsWith(file)).findFirst().orElseThrow();
    }
  }

  @Override
  public String toString() {
    return rule;
  }
}
