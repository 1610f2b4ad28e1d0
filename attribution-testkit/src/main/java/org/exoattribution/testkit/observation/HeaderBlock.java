package org.exoattribution.testkit.observation;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The headers of a message, newest first, unfolded and decoded (RFC 5322, RFC 2047). */
final class HeaderBlock {
  private final InternetHeaders headers;

  /**
   * @param bytes the lines as they came, in UTF-8 or ASCII
   */
  HeaderBlock(byte[] bytes) {
    try {
      headers = new InternetHeaders(new ByteArrayInputStream(bytes), true);
    } catch (MessagingException e) {
      throw new IllegalStateException("an array cannot fail to be read", e);
    }
  }

  /** The values of every header of a name, the newest first. */
  List<String> all(String name) {
    String[] values = headers.getHeader(name);
    return values == null ? List.of() : Arrays.stream(values).map(HeaderBlock::decoded).toList();
  }

  /** The newest value of a header; empty if it is missing or blank. */
  Optional<String> first(String name) {
    return all(name).stream().filter(value -> !value.isBlank()).findFirst();
  }

  private static String decoded(String value) {
    String unfolded = MimeUtility.unfold(value).strip();
    try {
      return MimeUtility.decodeText(unfolded);
    } catch (UnsupportedEncodingException e) {
      return unfolded;
    }
  }

  /** The addresses of a header, without their display names and those of groups. */
  List<String> addresses(String name) {
    String[] values = headers.getHeader(name);
    if (values == null) {
      return List.of();
    }
    try {
      return Arrays.stream(
              InternetAddress.parseHeader(MimeUtility.unfold(String.join(",", values)), false))
          .flatMap(HeaderBlock::members)
          .map(InternetAddress::getAddress)
          .filter(address -> address != null && address.indexOf('@') > 0)
          .toList();
    } catch (AddressException e) {
      return List.of();
    }
  }

  private static Stream<InternetAddress> members(InternetAddress address) {
    try {
      InternetAddress[] group = address.isGroup() ? address.getGroup(false) : null;
      return group == null ? Stream.of(address) : Arrays.stream(group);
    } catch (AddressException e) {
      return Stream.empty();
    }
  }

  /** A date of RFC 5322, in whatever time zone. */
  static Optional<Instant> date(String text) {
    try {
      return Optional.of(new MailDateFormat().parse(text.strip()).toInstant());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
