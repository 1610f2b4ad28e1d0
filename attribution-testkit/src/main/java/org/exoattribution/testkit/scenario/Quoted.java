package org.exoattribution.testkit.scenario;

/** What was given, in quotes, for a message of one line. */
final class Quoted {
  private static final int LONGEST = 200;

  private Quoted() {}

  static String text(String given) {
    String shown = given.length() > LONGEST ? given.substring(0, LONGEST) + "..." : given;
    return "\"" + ScenarioException.oneLine(shown) + "\"";
  }
}
