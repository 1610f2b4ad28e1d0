package org.exoattribution.model;

import java.util.Arrays;
import java.util.Objects;

/**
 * An OCSP response (RFC 6960) as it was received, in DER. The model only carries it; what it says
 * is the certificate evaluation's business.
 */
public final class OcspResponse {
  private final byte[] der;

  private OcspResponse(byte[] der) {
    this.der = Objects.requireNonNull(der, "der");
  }

  /** The response with these bytes, which are copied. */
  public static OcspResponse ofDer(byte[] der) {
    return new OcspResponse(der.clone());
  }

  /** A copy of the encoded response. */
  public byte[] der() {
    return der.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OcspResponse response && Arrays.equals(der, response.der);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(der);
  }

  @Override
  public String toString() {
    return "OCSP response of " + der.length + " bytes";
  }
}
