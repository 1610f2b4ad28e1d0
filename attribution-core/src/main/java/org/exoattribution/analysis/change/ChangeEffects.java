package org.exoattribution.analysis.change;

import java.util.List;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.SimulatedConnection;

/**
 * What a change moves beside the connection that it is made for, found by trying connections that
 * the changed tenant can see: its names, addresses and domains, combined. What was not tried may
 * move as well.
 *
 * @param probes how many connections were tried
 * @param moved one entry for each way in which mail moves; empty if nothing moved
 */
public record ChangeEffects(int probes, List<Effect> moved) {
  /** Of a change that leaves the directory as it is: no other mail can move. */
  public static final ChangeEffects NONE = new ChangeEffects(0, List.of());

  /** Copies the list. */
  public ChangeEffects {
    moved = List.copyOf(moved);
  }

  /**
   * One way in which mail moves.
   *
   * @param witness a connection that moves so
   * @param certificate the names of the certificate that it presents; empty if it presents none
   * @param before where it went
   * @param after where it goes
   */
  public record Effect(
      SimulatedConnection witness,
      List<PresentedName> certificate,
      AttributionOutcome before,
      AttributionOutcome after) {

    /** Copies the list. */
    public Effect {
      certificate = List.copyOf(certificate);
    }

    /** The movement in one clause. */
    public String sentence() {
      return "mail from "
          + witness.mailFrom()
          + " to "
          + witness.rcptTo()
          + (certificate.isEmpty()
              ? " out of " + witness.sourceIp()
              : " with a certificate for " + certificate.get(0))
          + ": "
          + before.destination()
          + ", then "
          + after.destination();
    }
  }
}
