package org.exoattribution.testkit.jqwik;

import java.util.List;
import java.util.Optional;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.testkit.reference.ReferenceResult;

/** The comparison of the engine with the reference over one world. */
public final class EngineAgainstReference {
  private EngineAgainstReference() {}

  /** The first of the world's transactions and connections about which the two differ. */
  public static Optional<String> difference(World world) {
    for (SimulatedTransaction transaction : world.transactions()) {
      List<ReferenceResult> engine =
          world.engine().resolve(transaction).stream().map(ReferenceResult::of).toList();
      List<ReferenceResult> reference = world.reference().resolve(transaction);
      if (!engine.equals(reference)) {
        return Optional.of(words(transaction, engine, reference));
      }
      // The first recipient of a transaction is resolved alone (MULTI-1), the others are not.
      for (SimulatedConnection connection : transaction.connections()) {
        ReferenceResult alone = ReferenceResult.of(world.engine().resolve(connection));
        ReferenceResult expected = world.reference().resolve(connection);
        if (!alone.equals(expected)) {
          return Optional.of(words(connection, alone, expected));
        }
      }
    }
    return Optional.empty();
  }

  private static String words(Object input, Object engine, Object reference) {
    return input + "\n  engine     " + engine + "\n  reference  " + reference;
  }
}
