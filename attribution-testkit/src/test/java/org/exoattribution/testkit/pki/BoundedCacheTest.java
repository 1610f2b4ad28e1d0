package org.exoattribution.testkit.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {

  private final List<String> computed = new ArrayList<>();
  private final BoundedCache<String, Integer> cache = new BoundedCache<>(2);

  private int length(String word) {
    return cache.get(
        word,
        key -> {
          computed.add(key);
          return key.length();
        });
  }

  @Test
  void what_is_known_is_not_computed_again() {
    assertThat(length("contoso")).isEqualTo(7);
    assertThat(length("contoso")).isEqualTo(7);
    assertThat(computed).containsExactly("contoso");
  }

  @Test
  void beyond_the_limit_what_was_used_least_recently_is_forgotten() {
    length("contoso");
    length("fabrikam");
    length("contoso");
    length("tailspintoys");
    assertThat(length("contoso")).isEqualTo(7);
    assertThat(length("fabrikam")).isEqualTo(8);
    assertThat(computed).containsExactly("contoso", "fabrikam", "tailspintoys", "fabrikam");
  }
}
