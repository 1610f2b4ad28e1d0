package org.exoattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a guide links to in the repository is there, and so is the heading that it names. */
class GuideLinksTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "attribution-model/README.md",
        "attribution-core/README.md",
        "attribution-testkit/README.md",
        "attribution-core/src/main/resources/org/exoattribution/analysis/rulebook/README.md"
      })
  void every_link_of_a_guide_leads_somewhere(String guide) throws IOException {
    Path file = ROOT.resolve(guide);

    List<String> dangling =
        LINK.matcher(FENCED.matcher(Files.readString(file)).replaceAll(""))
            .results()
            .filter(link -> !leadsSomewhere(file, link.group(1), link.group(2)))
            .map(link -> link.group())
            .toList();

    assertThat(dangling).isEmpty();
  }

  private static boolean leadsSomewhere(Path file, String path, String heading) {
    Path target = path.isEmpty() ? file : file.resolveSibling(path);
    if (heading == null) {
      return Files.exists(target);
    }
    try (Stream<String> lines = Files.lines(target)) {
      return lines.anyMatch(line -> line.startsWith("#") && anchor(line).equals(heading));
    } catch (IOException e) {
      return false;
    }
  }

  /** As code-hosting services name the anchor of a heading. */
  private static String anchor(String line) {
    return line.replaceFirst("^#+ ", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9 _-]", "")
        .replace(' ', '-');
  }
}
