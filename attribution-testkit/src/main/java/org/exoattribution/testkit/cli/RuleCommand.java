package org.exoattribution.testkit.cli;

import java.util.List;
import java.util.stream.Stream;
import org.exoattribution.analysis.rulebook.RulePage;
import org.exoattribution.analysis.rulebook.RulePages;
import org.exoattribution.testkit.document.Nearest;
import org.exoattribution.testkit.render.RulePageText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rule}: prints the pages about rules, replies, findings, readings and lint rules. */
@Command(name = "rule")
final class RuleCommand extends AttributionCommand {
  private static final int SUGGESTIONS = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", descriptionKey = "ID", arity = "0..*")
  private List<String> ids = List.of();

  RuleCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    RulePageText text = new RulePageText(terminal.palette());
    if (ids.isEmpty()) {
      terminal.out().print(text.list(RulePages.all()));
      return DONE;
    }
    List<List<RulePage>> found = ids.stream().map(this::about).toList();
    String separator = "";
    for (List<RulePage> pages : found) {
      for (RulePage page : pages) {
        terminal.out().print(separator + text.page(page));
        separator = "\n";
      }
    }
    return DONE;
  }

  private List<RulePage> about(String id) {
    List<RulePage> pages = RulePages.about(id);
    if (pages.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "there is nothing named \""
              + id
              + "\": expected a rule, reply, finding, reading or rule of lint, such as "
              + String.join(", ", Nearest.to(id, names(), SUGGESTIONS)));
    }
    return pages;
  }

  private static List<String> names() {
    return RulePages.all().stream()
        .flatMap(page -> Stream.concat(Stream.of(page.id()), page.aliases().stream()))
        .toList();
  }
}
