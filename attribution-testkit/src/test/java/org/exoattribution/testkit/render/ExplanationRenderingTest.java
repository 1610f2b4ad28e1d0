package org.exoattribution.testkit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.exoattribution.model.StageExplanation;
import org.exoattribution.testkit.render.json.AttributionJson;
import org.junit.jupiter.api.Test;

class ExplanationRenderingTest {
  @Test
  void the_tree_of_a_hit_is_indented_and_marked() {
    Golden.assertMatches(
        "originating-tree.txt", ExplanationText.plain().tree(Samples.originating()));
  }

  @Test
  void the_tree_of_a_miss_says_what_was_expected_and_found() {
    Golden.assertMatches(
        "nothing-matched-tree.txt", ExplanationText.plain().tree(Samples.nothingMatched()));
  }

  @Test
  void the_json_of_a_tree_has_every_node() {
    Golden.assertMatches(
        "nothing-matched-tree.json", AttributionJson.of(Samples.nothingMatched()) + "\n");
  }

  @Test
  void the_flowchart_of_a_hit_ends_in_the_verdict() {
    Golden.assertMatches("originating.mmd", ExplanationMermaid.flowchart(Samples.originating()));
  }

  @Test
  void the_flowchart_of_a_miss_shows_the_connectors_beside_their_stage() {
    Golden.assertMatches(
        "nothing-matched.mmd", ExplanationMermaid.flowchart(Samples.nothingMatched()));
  }

  @Test
  void text_in_a_flowchart_cannot_leave_its_label() {
    Explanation hostile = withStage("a \"]; click x call evil() <b>`\n", List.of());

    String flowchart = ExplanationMermaid.flowchart(hostile);

    assertThat(flowchart)
        .contains("a #34;]#59; click x call evil() #60;b#62;#96;#92;u000a")
        .doesNotContain("<b>");
  }

  @Test
  void a_flowchart_of_many_connectors_counts_the_rest() {
    ConnectorExplanation connector = Samples.nothingMatched().stages().get(0).connectors().get(0);

    String flowchart =
        ExplanationMermaid.flowchart(withStage("none", Collections.nCopies(8, connector)));

    assertThat(flowchart)
        .contains("stage_certificate_5[")
        .doesNotContain("stage_certificate_6[")
        .contains("3 further connectors");
  }

  @Test
  void control_characters_in_a_tree_are_shown() {
    assertThat(ExplanationText.plain().tree(withStage("\033]0;title\007", List.of())))
        .contains("\\u001b]0;title\\u0007");
  }

  private static Explanation withStage(String actual, List<ConnectorExplanation> connectors) {
    return new Explanation(
        Samples.nothingMatched().attribution(),
        List.of(
            new StageExplanation(
                Stage.CERTIFICATE,
                Outcome.NOT_MATCHED,
                RuleId.CERT_6,
                "",
                actual,
                List.of(),
                connectors)));
  }
}
