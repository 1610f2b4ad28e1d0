package org.exoattribution.testkit.pki;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** PEM text blocks (RFC 7468): base64 between two lines that say what it is. */
final class Pem {

  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private Pem() {}

  static String block(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + LINES.encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }
}
