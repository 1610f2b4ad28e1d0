package org.exoattribution.analysis.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangeCommandTest {

  @Test
  void names_cannot_break_out_of_a_command() {
    assertThat(ChangeCommand.of("Get-X").with("Identity", "a\" ; $(evil) `n \u201dz").toString())
        .isEqualTo("Get-X -Identity \"a`\" ; `$(evil) ``n `\u201dz\"");
  }
}
