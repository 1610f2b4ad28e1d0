package org.exoattribution.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Tenant;
import org.junit.jupiter.api.Test;

/** SEL-1, with the length of the first prefix as the only key. */
class SelectionTest {
  private static final Tenant CONTOSO = Tenant.builder("contoso").build();

  private static final Comparator<Candidate<OnPremisesConnector>> BY_PREFIX =
      Comparator.comparing(c -> c.connector().senderIpAddresses().get(0).prefixLength());

  private static Candidate<OnPremisesConnector> candidate(String name, int prefixLength) {
    OnPremisesConnector connector =
        OnPremisesConnector.builder(name).senderIpAddresses("192.0.2.0/" + prefixLength).build();
    return new Candidate<>(0, CONTOSO, connector, true, false, false);
  }

  private static Selection<OnPremisesConnector> select(
      List<Candidate<OnPremisesConnector>> candidates) {
    return Selection.of(candidates, BY_PREFIX);
  }

  @Test
  void the_better_candidate_wins_whatever_its_name() {
    Selection<OnPremisesConnector> selection =
        select(List.of(candidate("a", 24), candidate("z", 28), candidate("b", 26)));

    assertThat(selection.winner().name()).isEqualTo("z");
    assertThat(selection.rival()).isNull();
  }

  @Test
  void among_equals_the_first_by_name_wins_ignoring_case_and_the_second_is_the_rival() {
    Selection<OnPremisesConnector> selection =
        select(
            List.of(
                candidate("gateway C", 28),
                candidate("Gateway B", 28),
                candidate("GATEWAY a", 28),
                candidate("1", 24)));

    assertThat(selection.winner().name()).isEqualTo("GATEWAY a");
    assertThat(selection.rival()).isEqualTo(candidate("Gateway B", 28));
  }

  @Test
  void a_single_candidate_wins_without_a_rival() {
    Selection<OnPremisesConnector> selection = select(List.of(candidate("Gateway", 24)));

    assertThat(selection.winner()).isEqualTo(candidate("Gateway", 24));
    assertThat(selection.rival()).isNull();
  }

  @Property(tries = 500)
  void the_choice_is_that_of_a_sorted_list_whatever_the_order_of_candidates(
      @ForAll("candidateLists") List<Candidate<OnPremisesConnector>> candidates,
      @ForAll Random random) {
    List<Candidate<OnPremisesConnector>> sorted =
        candidates.stream()
            .sorted(
                BY_PREFIX
                    .reversed()
                    .thenComparing(candidate -> candidate.name().toLowerCase(Locale.ROOT)))
            .toList();
    List<Candidate<OnPremisesConnector>> shuffled = new ArrayList<>(candidates);
    Collections.shuffle(shuffled, random);
    Selection<OnPremisesConnector> selection = select(shuffled);

    boolean decidedByName =
        sorted.size() > 1 && BY_PREFIX.compare(sorted.get(0), sorted.get(1)) == 0;
    assertThat(selection.winner()).isEqualTo(sorted.get(0));
    assertThat(selection.rival()).isEqualTo(decidedByName ? sorted.get(1) : null);
  }

  /** Names are distinct in any letter case (DIR-1). */
  @Provide
  Arbitrary<List<Candidate<OnPremisesConnector>>> candidateLists() {
    Arbitrary<String> names =
        Arbitraries.strings()
            .withChars("abAB ")
            .ofMinLength(1)
            .ofMaxLength(3)
            .filter(n -> !n.isBlank());
    return Combinators.combine(names, Arbitraries.integers().between(30, 32))
        .as(SelectionTest::candidate)
        .list()
        .uniqueElements(candidate -> candidate.name().toLowerCase(Locale.ROOT))
        .ofMinSize(1)
        .ofMaxSize(6);
  }
}
