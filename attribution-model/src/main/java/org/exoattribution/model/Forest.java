package org.exoattribution.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of the service that holds a tenant, such as {@code eurprd04}: its front ends attribute
 * among the tenants of their own forest (FOR-1, FOR-2).
 *
 * @param name in lower case
 */
public record Forest(String name) {
  private static final String SERVICE = ".prod.outlook.com";
  private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  /** The forest of a tenant's account, which stands for the one that holds its mailboxes. */
  private static final Pattern ACCOUNT =
      Pattern.compile("(?:([a-z]{3})pr(\\d{2})|([a-z]{3}p\\d{3}))a\\d{3}");

  /** Takes the name in any letter case. */
  public Forest {
    name = name.toLowerCase(Locale.ROOT);
    if (!LABEL.matcher(name).matches()) {
      throw notA(name);
    }
  }

  /**
   * Reads {@code eurprd04}, {@code eurprd04.prod.outlook.com}, or as an OrganizationId begins, by
   * the forest of the account, {@code EURPR04A001.PROD.OUTLOOK.COM}; in any letter case.
   *
   * @throws InvalidValueException if it is none of these
   */
  public static Forest parse(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    if (name.endsWith(SERVICE)) {
      name = name.substring(0, name.length() - SERVICE.length());
    }
    Matcher account = ACCOUNT.matcher(name);
    if (account.matches()) {
      name =
          account.group(1) == null ? account.group(3) : account.group(1) + "prd" + account.group(2);
    }
    if (!LABEL.matcher(name).matches()) {
      throw notA(text);
    }
    return new Forest(name);
  }

  private static InvalidValueException notA(String given) {
    return InvalidValueException.notA("a forest", given, "a name such as eurprd04");
  }

  @Override
  public String toString() {
    return name;
  }
}
