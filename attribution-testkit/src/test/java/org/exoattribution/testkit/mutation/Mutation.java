package org.exoattribution.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One rule of the engine, broken by one change of its source.
 *
 * @param rule what is broken: the rule's id, and how
 * @param type the simple name of the class, in one of the engine's rooms
 * @param place what is changed there
 * @param to what breaks the rule; {@code $1} stands for the first operand or argument of the
 *     expression that is changed, and so on
 */
record Mutation(String rule, String type, Place place, String to) {
  private static final Path SOURCES =
      Path.of("..", "attribution-core", "src", "main", "java", "org", "exoattribution", "engine");

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  /**
   * Changes the smallest expression in which all of these names occur.
   *
   * @param names of what it calls and mentions, and literals, with a space between; before a colon
   *     the method that it stands in, if the class has several such expressions
   */
  static Mutation of(String rule, String type, String names, String to) {
    return new Mutation(rule, type, new ExpressionNaming(names), to);
  }

  /** Changes text that stands there exactly once: for what is no expression. */
  static Mutation ofText(String rule, String type, String from, String to) {
    return new Mutation(rule, type, new ExactText(from), to);
  }

  /** Where a source is changed. */
  interface Place {
    /** The source with something else in this place. */
    String replaced(String source, String to) throws IOException;
  }

  /** Compiles the broken file, and only it, into a folder. */
  void compileInto(Path folder, StandardJavaFileManager files) throws IOException {
    Path broken = Files.writeString(folder.resolve(file()), brokenSource());
    List<String> options =
        List.of("-proc:none", "-nowarn", "-classpath", CLASS_PATH, "-d", folder.toString());
    StringWriter messages = new StringWriter();
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(messages, files, null, options, null, files.getJavaFileObjects(broken))
            .call();
    assertThat(compiled).as("whether this compiles: %s%n%s", this, messages).isTrue();
  }

  private String file() {
    return type + ".java";
  }

  String brokenSource() throws IOException {
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      Path source = sources.filter(path -> path.endsWith(file())).findFirst().orElseThrow();
      return place.replaced(Files.readString(source).replace("\r\n", "\n"), to);
    } catch (AssertionError e) {
      throw new AssertionError(rule + ": " + file() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return rule;
  }
}
