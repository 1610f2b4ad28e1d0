package org.exoattribution.testkit.render.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
  @ParameterizedTest
  @ValueSource(
      ints = {
        0x07, 0x1b, 0x9b, 0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x200e, 0x202e, 0x2028,
        0x2060, 0x2066, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0xd800, 0xe0041, 0xe0101
      })
  void what_a_terminal_would_obey_or_hide_is_shown(int character) {
    String given = "contoso" + new String(Character.toChars(character)) + ".com";

    assertThat(Printable.visible(given)).startsWith("contoso\\u").endsWith(".com").isASCII();
  }

  @Test
  void all_else_is_left_alone() {
    String text = "\u043a\u043e\u043d\u0442\u043e\u0441\u043e \u4f8b\u3048 \ud83d\ude00 caf\u00e9";

    assertThat(Printable.visible(text)).isEqualTo(text);
  }
}
