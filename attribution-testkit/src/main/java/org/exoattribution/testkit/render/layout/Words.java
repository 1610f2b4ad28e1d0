package org.exoattribution.testkit.render.layout;

import java.util.List;
import java.util.Locale;

/** Numbers and lists as they stand in a sentence. */
public final class Words {
  private static final int MOST_SHOWN = 3;

  private Words() {}

  /** The number, its thousands apart. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** The number and what it counts, which takes an s for many. */
  public static String counted(long number, String one) {
    return counted(number, one, one + "s");
  }

  /** The number and what it counts. */
  public static String counted(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** The first few, with how many more there are. */
  public static String some(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(names.size(), MOST_SHOWN)));
    return names.size() > MOST_SHOWN
        ? shown + " and " + (names.size() - MOST_SHOWN) + " more"
        : shown;
  }
}
