package org.exoattribution.analysis.lint.world;

import java.util.List;
import java.util.stream.Collectors;
import org.exoattribution.model.InboundConnector;

/** Words that the rules' sentences share. */
public final class Phrases {
  /** How many others a sentence names. */
  public static final int MOST_SHOWN = 3;

  private Phrases() {}

  public static String quoted(String name) {
    return '"' + name + '"';
  }

  public static String quoted(InboundConnector connector) {
    return quoted(connector.name());
  }

  /** The first few, with a hint that there are more. */
  public static String some(List<?> things) {
    String shown =
        things.stream().limit(MOST_SHOWN).map(Object::toString).collect(Collectors.joining(", "));
    return things.size() > MOST_SHOWN ? shown + " and others" : shown;
  }
}
