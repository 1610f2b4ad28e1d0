package org.exoattribution.engine.stage;

import java.util.ArrayList;
import java.util.List;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Grounds;
import org.exoattribution.model.ReadingSet;
import org.exoattribution.model.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * The rules that decided, in order, and how well they are known together. Most results rest on the
 * same few lists, with nothing found: their grounds are made once.
 */
public final class Rules {
  static final Rules NONE = new Rules(List.of(), Evidence.DOCUMENTED);

  private final List<RuleId> list;
  private final Evidence evidence;

  /** What came of putting others after these: few constants ever are. Races do no harm. */
  private @Nullable Sum sums;

  /** Without findings; two threads may make equal ones, which does no harm. */
  private @Nullable Grounds plain;

  private Rules(List<RuleId> list, Evidence evidence) {
    this.list = list;
    this.evidence = evidence;
  }

  static Rules of(RuleId... rules) {
    Rules all = NONE;
    for (RuleId rule : rules) {
      all = all.and(rule);
    }
    return all;
  }

  /** The rules by which earlier stages passed on, then those of the stage that decided. */
  @SuppressWarnings("ReferenceEquality") // the constants of the stages
  Rules and(Rules further) {
    if (list.isEmpty() || further.list.isEmpty()) { // as a rule
      return list.isEmpty() ? further : this;
    }
    for (Sum known = sums; known != null; known = known.next) {
      if (known.further == further) {
        return known.all;
      }
    }
    List<RuleId> all = new ArrayList<>(list);
    all.addAll(further.list);
    Rules sum = new Rules(List.copyOf(all), evidence.weaker(further.evidence));
    sums = new Sum(further, sum, sums);
    return sum;
  }

  private record Sum(Rules further, Rules all, @Nullable Sum next) {}

  Rules and(RuleId further) {
    List<RuleId> all = new ArrayList<>(list);
    all.add(further);
    return new Rules(List.copyOf(all), evidence.weaker(further.evidence()));
  }

  /** The rules, and SEL-1 if one of several connectors was to be chosen. */
  Rules withSelection(List<?> connectors) {
    return connectors.size() > 1 ? and(RuleId.SEL_1) : this;
  }

  /** The same rules in a case that is known otherwise. */
  Rules known(Evidence inThisCase) {
    return inThisCase == evidence ? this : new Rules(list, inThisCase);
  }

  /** What a result rests on. */
  Grounds grounds(ReadingSet contested, List<Finding> findings) {
    if (!findings.isEmpty()) {
      return new Grounds(list, evidence, contested, findings);
    }
    Grounds last = plain;
    if (last == null || !last.contestedReadings().equals(contested)) {
      last = new Grounds(list, evidence, contested, findings);
      plain = plain == null ? last : plain;
    }
    return last;
  }

  public List<RuleId> list() {
    return list;
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  public boolean contains(RuleId rule) {
    return list.contains(rule);
  }

  /** The last of at least one. */
  public RuleId last() {
    return list.get(list.size() - 1);
  }
}
