package org.exoattribution.analysis.search;

import java.util.Optional;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.SenderIpRange;

/**
 * A source of mail as an administrator names it: a gateway's addresses, a name of its certificate,
 * or both.
 *
 * @param addresses its addresses
 * @param certificateName a name of its certificate
 */
public record SourceName(
    Optional<SenderIpRange> addresses, Optional<PresentedName> certificateName) {

  /** Refuses what names nothing. */
  public SourceName {
    if (addresses.isEmpty() && certificateName.isEmpty()) {
      throw new InvalidValueException(
          "a source without address and certificate name: expected at least one of them");
    }
  }

  boolean covers(IpAddress address) {
    return addresses.filter(range -> range.contains(address)).isPresent();
  }

  boolean isFor(PresentedName name) {
    return certificateName.equals(Optional.of(name));
  }

  /**
   * Reads an IPv4 address, a CIDR block of /24 to /32 or the name of a certificate.
   *
   * @throws InvalidValueException if the text is none of these
   */
  public static SourceName parse(String text) {
    Optional<PresentedName> name = PresentedName.tryParse(text);
    if (name.isPresent()) {
      return new SourceName(Optional.empty(), name);
    }
    try {
      return new SourceName(Optional.of(SenderIpRange.parse(text)), Optional.empty());
    } catch (InvalidValueException e) {
      throw new InvalidValueException(
          "\""
              + text
              + "\" is not a source: expected an IPv4 address, a CIDR block of /24 to /32 or a"
              + " certificate name, such as 203.0.113.10 or *.contoso.com");
    }
  }
}
