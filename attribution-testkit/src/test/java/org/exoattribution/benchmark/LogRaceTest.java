package org.exoattribution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogRaceTest {

  @Test
  void the_replay_of_a_log_is_measured_beside_parsing_its_lines() {
    assertThat(LogRace.measured(100, Scale.QUICK))
        .containsPattern(
            "\\| [\\d,]+ \\| [\\d,]+ \\| \\d+\\.\\d\\d \\| [\\d,]+ \\| \\d+\\.\\d\\d \\|");
  }
}
