package org.exoattribution.certificate;

import java.io.IOException;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.exoattribution.model.OcspResponse;
import org.exoattribution.model.RevocationStatus;

/** The CRLs and OCSP responses at hand, the responses read. */
final class RevocationMaterial {
  private final List<X509CRL> crls;
  private final List<BasicOCSPResp> responses = new ArrayList<>();
  private int unreadable;

  RevocationMaterial(RevocationStatus status) {
    this.crls = status.crls();
    for (OcspResponse given : status.ocspResponses()) {
      Optional<BasicOCSPResp> response = read(given);
      response.ifPresentOrElse(responses::add, () -> unreadable++);
    }
  }

  List<X509CRL> crls() {
    return crls;
  }

  List<BasicOCSPResp> responses() {
    return responses;
  }

  /** How many of the OCSP responses are malformed or say no more than that there was an error. */
  int unreadable() {
    return unreadable;
  }

  boolean isEmpty() {
    return crls.isEmpty() && responses.isEmpty() && unreadable == 0;
  }

  private static Optional<BasicOCSPResp> read(OcspResponse given) {
    try {
      return new OCSPResp(given.der()).getResponseObject() instanceof BasicOCSPResp basic
          ? Optional.of(basic)
          : Optional.empty();
    } catch (IOException | OCSPException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
