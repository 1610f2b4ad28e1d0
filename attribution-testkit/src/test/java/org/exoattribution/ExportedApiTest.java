package org.exoattribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each module exports stands in its file {@code exported-api.txt}, so that a change of it
 * shows in a diff. After an intended change the files are written anew:
 *
 * <pre>mvn -B -ntp -q verify -Dtest=ExportedApiTest -Dsurefire.failIfNoSpecifiedTests=false
 *   -Dexported-api.write=true</pre>
 */
class ExportedApiTest {
  private static final Pattern EXPORT = Pattern.compile("^  exports ([\\w.]+);", Pattern.MULTILINE);

  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  @ParameterizedTest
  @ValueSource(strings = {"model", "core", "testkit"})
  void a_module_exports_what_its_file_says(String module) throws Exception {
    Path folder = Path.of("..", "attribution-" + module);
    String exported = describe(folder.resolve("src/main/java"));
    Path file = folder.resolve("exported-api.txt");

    if (Boolean.getBoolean("exported-api.write")) {
      Files.writeString(file, exported);
    }

    assertThat(exported).as("exported by " + module).isEqualTo(Files.readString(file));
  }

  private static String describe(Path sources) throws IOException, ClassNotFoundException {
    StringBuilder text = new StringBuilder();
    for (String name : exportedPackages(sources)) {
      try (Stream<Path> files = Files.list(sources.resolve(name.replace('.', '/')))) {
        for (String simple : files.map(file -> file.getFileName().toString()).sorted().toList()) {
          if (simple.endsWith(".java") && !simple.equals("package-info.java")) {
            describe(Class.forName(name + "." + simple.replace(".java", "")), text);
          }
        }
      }
    }
    return text.toString();
  }

  private static List<String> exportedPackages(Path sources) throws IOException {
    List<String> packages = new ArrayList<>();
    Matcher export = EXPORT.matcher(Files.readString(sources.resolve("module-info.java")));
    while (export.find()) {
      packages.add(export.group(1));
    }
    assertThat(packages).isNotEmpty();
    return packages;
  }

  private static void describe(Class<?> type, StringBuilder text) {
    if (!isOpen(type.getModifiers())) {
      return;
    }
    text.append(kind(type)).append(' ').append(type.getName()).append('\n');
    for (String member : new TreeSet<>(members(type))) {
      text.append("  ").append(member).append('\n');
    }
    Arrays.stream(type.getDeclaredClasses())
        .sorted((a, b) -> a.getName().compareTo(b.getName()))
        .forEach(nested -> describe(nested, text));
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "annotation";
    }
    if (type.isInterface()) {
      return "interface";
    }
    if (type.isEnum()) {
      return "enum";
    }
    return type.isRecord() ? "record" : "class";
  }

  private static List<String> members(Class<?> type) {
    List<String> members = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      add(field, field.toGenericString(), members);
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      add(constructor, constructor.toGenericString(), members);
    }
    for (Method method : type.getDeclaredMethods()) {
      if (!OF_EVERY_OBJECT.contains(method.getName())) {
        add(method, method.toGenericString(), members);
      }
    }
    return members.stream().map(member -> member.replace(type.getName() + ".", "")).toList();
  }

  private static void add(Member member, String text, List<String> members) {
    boolean bridge = member instanceof Executable && member.isSynthetic();
    if (isOpen(member.getModifiers()) && !bridge) {
      members.add(text);
    }
  }

  private static boolean isOpen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }
}
