package org.exoattribution.testkit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        "originating.txt", text.block("client mail of the gateway", Samples.originating()));
  }

  @Test
  void a_refused_relay_shows_the_reply_and_which_connectors_almost_matched() {
    Golden.assertMatches(
        "nothing-matched.txt", text.block("an hour later", Samples.nothingMatched()));
  }

  @Test
  void a_failed_ownership_names_the_domain_to_accept() {
    Golden.assertMatches(
        "ownership-failed.txt", text.block("forwarded mail", Samples.ownershipFailed()));
  }

  @Test
  void a_partner_restriction_names_certificate_and_addresses() {
    Golden.assertMatches("restricted.txt", text.block("past the gateway", Samples.restricted()));
  }

  @Test
  void mail_from_a_stranger_is_anonymous() {
    Golden.assertMatches("anonymous.txt", text.block("7", Samples.anonymous()));
  }

  @Test
  void colours_are_used_only_when_a_palette_is_given() {
    String coloured =
        new AttributionText(Palette.ANSI, ActionLines.plain()).block("x", Samples.nothingMatched());

    assertThat(coloured).contains("\033[31mRejected\033[0m");
    assertThat(coloured.replaceAll("\033\\[\\d+m", ""))
        .isEqualTo(text.block("x", Samples.nothingMatched()));
  }

  @Test
  void control_characters_of_names_are_shown_and_never_sent_to_the_terminal() {
    String block = text.block("evil\033[2Jname\nsecond line\u009b31m", Samples.anonymous());

    assertThat(block)
        .startsWith("evil\\u001b[2Jname\\u000asecond line\\u009b31m, to someone@fabrikam.com\n");
    assertThat(block.replace("\n", "").chars()).noneMatch(Character::isISOControl);
  }

  @Test
  void other_action_lines_take_the_place_of_the_plain_ones() {
    String block =
        new AttributionText(Palette.NONE, explanation -> List.of("do this", "do that"))
            .block("x", Samples.nothingMatched());

    assertThat(block).endsWith("  Action     do this\n    or       do that\n");
  }

  @ParameterizedTest
  @EnumSource(RejectionReason.class)
  void every_rejection_has_a_sentence_a_reply_and_an_action_even_without_an_explanation(
      RejectionReason reason) {
    Explanation explanation =
        new Explanation(
            Samples.rejected(
                Samples.connection("198.51.100.7", "<>", "user@contoso.com"),
                reason,
                new SmtpReply(451, "4.4.4", "No", SmtpReply.Phase.RCPT_TO),
                Samples.grounds(Evidence.ASSUMED, List.of(RuleId.IN_1))),
            List.of());

    assertThat(text.block("x", explanation))
        .contains("\n  Rejected: ")
        .contains(
            "\n  Reply      451 4.4.4 No\n  When       after RCPT TO; the sender tries again\n")
        .contains("\n  Action     ");
  }

  @Test
  void lines_fit_into_80_columns() {
    for (Explanation explanation :
        List.of(
            Samples.originating(),
            Samples.nothingMatched(),
            Samples.ownershipFailed(),
            Samples.restricted())) {
      String all = text.block("a name", explanation) + ExplanationText.plain().tree(explanation);
      assertThat(all.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
  }
}
