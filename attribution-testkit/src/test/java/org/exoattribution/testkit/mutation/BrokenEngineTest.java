package org.exoattribution.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import net.jqwik.api.sessions.JqwikSession;
import org.exoattribution.model.Reading;
import org.exoattribution.testkit.jqwik.AttributionArbitraries;
import org.exoattribution.testkit.jqwik.ReadingsArbitrary;
import org.exoattribution.testkit.jqwik.World;
import org.exoattribution.testkit.jqwik.WorldArbitrary;
import org.exoattribution.testkit.jqwik.WorldsOfTwoNames;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An engine with one rule broken does not pass for sound: whichever rule it is, the comparison with
 * the reference notices, over fewer worlds than every build tries. What PKI-2 to PKI-7 say of
 * certificates is not broken here: the reference takes the engine's word for that.
 */
class BrokenEngineTest {
  private static final int AIMED = 20;
  private static final int RANDOM = 1_500;

  // The seed is fixed: what is not noticed is the arbitraries' fault, never chance's.
  private static final String SEED = "20260101";

  private static final List<PlainWorld> DRAWN = new ArrayList<>();

  /** One for all, because each opens the whole class path again. */
  private static final StandardJavaFileManager FILES =
      ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);

  @BeforeAll
  static void draw_worlds() {
    JqwikSession.run(
        SEED,
        () ->
            Stream.concat(
                    drawn(WorldsOfTwoNames.worlds(), AIMED),
                    drawn(AttributionArbitraries.worlds(), RANDOM))
                .map(BrokenEngineTest::plain)
                .forEach(DRAWN::add));
  }

  /**
   * Under the default readings about certificates: engine and reference judge them alike, and every
   * engine that is loaded has to verify them anew.
   */
  private static Stream<World> drawn(WorldArbitrary worlds, int number) {
    ReadingsArbitrary readings =
        AttributionArbitraries.readings()
            .withDefault(Reading.REVOCATION, Reading.CERTIFICATE_TRUST, Reading.KEY_USAGE);
    return worlds.withReadings(readings).sampleStream().limit(number);
  }

  @AfterAll
  static void close() throws IOException {
    FILES.close();
  }

  private static PlainWorld plain(World world) {
    Map<Reading, String> readings = new EnumMap<>(Reading.class);
    for (Reading reading : Reading.values()) {
      readings.put(reading, world.readings().get(reading).name());
    }
    return new PlainWorld(world.directory(), world.ruleSet().key(), readings, world.transactions());
  }

  static Stream<Mutation> mutations() {
    return Mutations.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void a_broken_rule_is_noticed(Mutation mutation, @TempDir Path classes) throws Exception {
    mutation.compileInto(classes, FILES);

    assertThat(EngineLoader.comparisonWith(classes).apply(DRAWN))
        .as("the world that shows the difference, of %d, where %s", DRAWN.size(), mutation)
        .isPresent();
  }

  @Test
  void a_mutation_whose_place_is_gone_from_the_engine_fails_and_names_it(@TempDir Path classes) {
    Mutation outdated = Mutation.ofText("SEL-1: by age", "Selection", "c.age()", "c.name()");
    Mutation unknown = Mutation.of("SEL-1: by age", "Selection", "byName age", "0");
    Mutation vague = Mutation.of("SEL-1: by age", "Selection", "candidate", "0");

    assertThatThrownBy(() -> outdated.compileInto(classes, FILES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("SEL-1: by age: Selection.java: ")
        .hasMessageContaining("how often it has the text to be changed")
        .hasMessageContaining("c.age()");
    for (Mutation each : List.of(unknown, vague)) {
      assertThatThrownBy(() -> each.compileInto(classes, FILES))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("SEL-1: by age: Selection.java: ")
          .hasMessageContaining("the smallest expressions that name ");
    }
  }

  @Test
  void an_engine_with_no_rule_broken_is_loaded_and_compared_in_the_same_way(@TempDir Path empty)
      throws Exception {
    assertThat(EngineLoader.comparisonWith(empty).apply(DRAWN)).isEmpty();
  }
}
