package org.exoattribution.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** Text that stands in a source exactly once. */
record ExactText(String text) implements Mutation.Place {

  @Override
  public String replaced(String source, String to) {
    assertThat(source.split(Pattern.quote(text), -1).length - 1)
        .as("how often it has the text to be changed%n%s", text)
        .isEqualTo(1);
    return source.replace(text, to);
  }
}
