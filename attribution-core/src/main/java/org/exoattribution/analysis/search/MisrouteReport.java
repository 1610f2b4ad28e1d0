package org.exoattribution.analysis.search;

import java.util.List;

/**
 * The answer of a {@link MisrouteSearch}: every misroute, or the proof that there is none.
 *
 * @param misroutes what is wrong as things are, most harmful kinds first; if empty, nothing is
 *     misrouted within the bound
 * @param openings what mail of others would come to if it came from a source that only one tenant
 *     names: one for each connector, warnings first
 * @param cautions what a certificate with names of several tenants would cause, if somebody issued
 *     it
 * @param sources how many sources were looked at
 * @param shared how many of them are of several tenants, or said to be
 * @param classes how many classes of connections were looked at
 * @param bound what the answer holds for, in one sentence
 */
public record MisrouteReport(
    List<Misroute> misroutes,
    List<Misroute> openings,
    List<Misroute> cautions,
    long sources,
    long shared,
    long classes,
    String bound) {

  /** Copies the lists. */
  public MisrouteReport {
    misroutes = List.copyOf(misroutes);
    openings = List.copyOf(openings);
    cautions = List.copyOf(cautions);
  }
}
