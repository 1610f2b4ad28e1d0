package org.exoattribution.analysis.search;

import java.util.List;
import org.exoattribution.model.InvalidValueException;

/**
 * A declaration that a gateway may send for certain tenants: that mail from it runs under their
 * connectors is meant, whatever its sender and recipient, unless one of them gets the mail of
 * another of them.
 *
 * @param source the gateway
 * @param tenants the names of the tenants
 */
public record ExpectedFlow(SourceName source, List<String> tenants) {

  /** Copies the names; refuses a flow for nobody. */
  public ExpectedFlow {
    tenants = List.copyOf(tenants);
    if (tenants.isEmpty()) {
      throw new InvalidValueException(
          "an expected flow for nobody: expected the name of at least one tenant");
    }
  }

  /**
   * Reads {@code SOURCE=TENANT,TENANT}, where the source is an address, a CIDR block or the name of
   * a certificate.
   *
   * @throws InvalidValueException if the text is not of this form
   */
  public static ExpectedFlow parse(String text) {
    int equals = text.indexOf('=');
    if (equals <= 0 || equals == text.length() - 1) {
      throw wrong(text);
    }
    String source = text.substring(0, equals).strip();
    List<String> tenants =
        List.of(text.substring(equals + 1).split(",", -1)).stream().map(String::strip).toList();
    if (tenants.contains("")) {
      throw wrong(text);
    }
    try {
      return new ExpectedFlow(SourceName.parse(source), tenants);
    } catch (InvalidValueException e) {
      throw wrong(text);
    }
  }

  private static InvalidValueException wrong(String text) {
    return new InvalidValueException(
        "\""
            + text
            + "\" is not an expected flow: expected SOURCE=TENANT[,TENANT...] with an IPv4 address,"
            + " a CIDR block of /24 to /32 or a certificate name, such as"
            + " 203.0.113.10=contoso,fabrikam");
  }
}
