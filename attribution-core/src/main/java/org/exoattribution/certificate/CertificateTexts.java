package org.exoattribution.certificate;

import com.google.common.base.CaseFormat;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/** How explanations name certificates, names and times: always on one line, whatever they hold. */
final class CertificateTexts {
  private static final int LONGEST = 200;
  private static final Pattern CLASS_NAME =
      Pattern.compile(
          "(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:: ?)?|\\b[A-Z]\\w*(?:Exception|Error)\\b(?:: ?)?");
  private static final CRLReason[] REASONS = CRLReason.values();

  private CertificateTexts() {}

  static String subject(X509Certificate certificate) {
    return name(certificate.getSubjectX500Principal());
  }

  static String issuer(X509Certificate certificate) {
    return name(certificate.getIssuerX500Principal());
  }

  /** The certificate by its subject and issuer. */
  static String certificate(X509Certificate certificate) {
    return subject(certificate) + ", issued by " + issuer(certificate);
  }

  static String name(X500Principal name) {
    String text = oneLine(name.toString());
    return text.isEmpty() ? "an empty name" : text;
  }

  static String time(Date time) {
    return time.toInstant().toString();
  }

  /** A revocation reason as RFC 5280, section 5.3.1, writes and numbers it. */
  static String reason(int code) {
    return code < 0 || code >= REASONS.length ? "reason " + code : reason(REASONS[code]);
  }

  /** A revocation reason as RFC 5280, section 5.3.1, writes it. */
  static String reason(CRLReason reason) {
    return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_CAMEL, reason.name());
  }

  /** Why a library refused, in its own words but for the names of its classes. */
  static String message(Throwable cause) {
    String message = cause.getMessage() == null ? "" : oneLine(cause.getMessage());
    String words = CLASS_NAME.matcher(message).replaceAll("");
    return words.isBlank() ? "no reason is given" : words;
  }

  /** The text with control characters made visible, shortened if it is very long. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    int end = Math.min(text.length(), LONGEST);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        line.append(String.format("\\u%04x", (int) c));
      } else {
        line.append(c);
      }
    }
    return line.append(end < text.length() ? "..." : "").toString();
  }
}
