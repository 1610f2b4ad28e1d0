package org.exoattribution.analysis.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the rule book, read as the README beside the files describes: a heading with id and
 * title, lines such as {@code Severity: ERROR}, the meaning, and sections under headings of their
 * own.
 */
final class PageFile {
  private static final Pattern SECTIONS = Pattern.compile("(?m)^## ");
  private static final Pattern LINK = Pattern.compile("(?m)^- \\[[^]]+]\\(([a-z]+/[^)]+\\.md)\\)");

  private final List<String> parts;

  private PageFile(String path) {
    this.parts = SECTIONS.splitAsStream(text(path)).toList();
  }

  /** The page in a file, by its path below this package. */
  static RulePage read(String path) {
    return new PageFile(path).page();
  }

  /** The paths that the README lists, in its order. */
  static List<String> listed() {
    return LINK.matcher(text("README.md")).results().map(link -> link.group(1)).toList();
  }

  private RulePage page() {
    String[] opening = parts.get(0).split("\n", 2);
    String[] heading = line(opening[0]).substring("# ".length()).split(": ", 2);
    return new RulePage(
        heading[0],
        property("Also known as").stream().flatMap(Pattern.compile(", ")::splitAsStream).toList(),
        property("Severity"),
        heading[1],
        line(opening[1].replaceAll("(?m)^(Also known as|Severity): .*$", "")),
        line(section("Causes")),
        line(section("What to do")),
        section("Sources")
            .lines()
            .filter(l -> l.startsWith("- "))
            .map(l -> line(l.substring(2)))
            .toList(),
        wordings());
  }

  /** Of sections such as {@code Finding} and {@code Finding: case}. */
  private Map<String, RulePage.Wording> wordings() {
    Map<String, RulePage.Wording> wordings = new HashMap<>();
    for (String part : parts) {
      String[] paragraphs = part.split("\n\n", 3);
      if (paragraphs[0].startsWith("Finding")) {
        String when = paragraphs[0].replaceFirst("Finding(: )?", "");
        wordings.put(when, new RulePage.Wording(line(paragraphs[1]), line(paragraphs[2])));
      }
    }
    return wordings;
  }

  private Optional<String> property(String name) {
    Matcher property = Pattern.compile("(?m)^" + name + ": (.+)$").matcher(parts.get(0));
    return property.find() ? Optional.of(property.group(1)) : Optional.empty();
  }

  /** What stands under a heading; empty if there is no such heading. */
  private String section(String heading) {
    return parts.stream()
        .filter(part -> part.startsWith(heading + "\n"))
        .map(part -> part.substring(heading.length()))
        .findFirst()
        .orElse("");
  }

  /** A paragraph on one line, without the marks of code. */
  private static String line(String markdown) {
    return markdown.replace("`", "").strip().replaceAll("\\s+", " ");
  }

  private static String text(String path) {
    try (InputStream file = PageFile.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("\"" + path + "\" is not in the rule book");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
