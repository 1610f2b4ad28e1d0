package org.exoattribution.testkit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SmtpReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttributionTextTest {
  private final AttributionText text = AttributionText.plain();

  @Test
  void a_message_through_a_wildcard_connector_shows_its_findings_and_contested_readings() {
    Golden.assertMatches(
        "originating.txt",
        text.block("client mail of the gateway", Samples.originating().attribution()));
  }

  @Test
  void a_refused_relay_shows_the_reply_and_when_it_comes() {
    Golden.assertMatches(
        "nothing-matched.txt", text.block("an hour later", Samples.nothingMatched().attribution()));
  }

  @Test
  void mail_from_a_stranger_is_anonymous() {
    Golden.assertMatches("anonymous.txt", text.block("7", Samples.anonymous().attribution()));
  }

  @Test
  void colours_are_used_only_when_a_palette_is_given() {
    String coloured =
        new AttributionText(Palette.ANSI).block("x", Samples.nothingMatched().attribution());

    assertThat(coloured).contains("\033[31mRejected\033[0m");
    assertThat(coloured.replaceAll("\033\\[\\d+m", ""))
        .isEqualTo(text.block("x", Samples.nothingMatched().attribution()));
  }

  @Test
  void control_characters_of_names_are_shown_and_never_sent_to_the_terminal() {
    String block =
        text.block("evil\033[2Jname\nsecond line\u009b31m", Samples.anonymous().attribution());

    assertThat(block)
        .startsWith("evil\\u001b[2Jname\\u000asecond line\\u009b31m, to someone@fabrikam.com\n");
    assertThat(block.replace("\n", "").chars()).noneMatch(Character::isISOControl);
  }

  @ParameterizedTest
  @EnumSource(RejectionReason.class)
  void every_rejection_has_a_sentence_and_a_reply(RejectionReason reason) {
    Attribution rejected =
        Samples.rejected(
            Samples.connection("198.51.100.7", "<>", "user@contoso.com"),
            reason,
            new SmtpReply(451, "4.4.4", "No", SmtpReply.Phase.RCPT_TO),
            Samples.grounds(Evidence.ASSUMED, List.of(RuleId.IN_1)));

    assertThat(text.block("x", rejected))
        .contains("\n  Rejected: ")
        .contains(
            "\n  Reply      451 4.4.4 No\n  When       after RCPT TO; the sender tries again\n");
  }

  @Test
  void lines_fit_into_80_columns() {
    for (Explanation explanation : List.of(Samples.originating(), Samples.nothingMatched())) {
      String all =
          text.block("a name", explanation.attribution())
              + ExplanationText.plain().tree(explanation);
      assertThat(all.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
  }
}
