package org.exoattribution.analysis.search;

import java.util.List;

/**
 * The answer of a {@link MisrouteSearch}: every misroute, or the proof that there is none.
 *
 * @param misroutes what is wrong as things are, most harmful kinds first; if empty, nothing is
 *     misrouted within the bound
 * @param cautions what a certificate with names of several tenants would cause, if somebody issued
 *     it
 * @param classes how many classes of connections were looked at
 * @param bound what the answer holds for, in one sentence
 */
public record MisrouteReport(
    List<Misroute> misroutes, List<Misroute> cautions, long classes, String bound) {

  /** Copies the lists. */
  public MisrouteReport {
    misroutes = List.copyOf(misroutes);
    cautions = List.copyOf(cautions);
  }
}
