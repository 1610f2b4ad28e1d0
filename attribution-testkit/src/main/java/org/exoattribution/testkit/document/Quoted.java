package org.exoattribution.testkit.document;

import org.exoattribution.testkit.source.ScenarioException;

public final class Quoted {
  private static final int LONGEST = 200;

  private Quoted() {}

  public static String text(String given) {
    String shown = given.length() > LONGEST ? given.substring(0, LONGEST) + "..." : given;
    return "\"" + ScenarioException.oneLine(shown) + "\"";
  }
}
