package org.exoattribution.testkit.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KEYS = List.of("sourceIp", "mailFrom", "rcptTo", "tls");

  @Test
  void a_swapped_a_missing_and_a_wrong_letter_are_one_correction_each() {
    assertThat(Nearest.to("soucreIp", KEYS)).isEqualTo("sourceIp");
    assertThat(Nearest.to("maiFrom", KEYS)).isEqualTo("mailFrom");
    assertThat(Nearest.to("tlz", KEYS)).isEqualTo("tls");
  }

  @Test
  void letter_case_is_no_correction() {
    assertThat(Nearest.hint("RCPTTO", KEYS)).isEqualTo("did you mean \"rcptTo\"?");
  }

  @Test
  void a_word_that_is_far_from_all_gets_the_whole_list_and_the_nearest() {
    assertThat(Nearest.hint("presentedAt", KEYS))
        .isEqualTo("expected one of sourceIp, mailFrom, rcptTo, tls; the nearest is \"rcptTo\"");
  }

  @Test
  void a_very_long_word_is_compared_by_its_beginning() {
    assertThat(Nearest.to("t".repeat(1_000_000), KEYS)).isIn(KEYS);
  }
}
