package org.exoattribution.engine.stage;

/** How a Partner connector that is left in IN-5 was matched, the first choice first. */
public enum Choice {
  BY_CERTIFICATE("by certificate"),
  BY_ADDRESS("by address"),
  BY_SENDER_DOMAIN("by sender domain");

  private final String words;

  Choice(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
