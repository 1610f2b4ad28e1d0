package org.exoattribution.analysis.change;

import java.util.List;
import java.util.stream.Collectors;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.PresentedName;

/**
 * Another certificate that the sending server presents: one that the service accepts (PKI-2 to
 * PKI-6), in a TLS session.
 *
 * @param names the names that it carries, all in the subject CN or as SAN dNSNames (PKI-7)
 * @param remedy what to mend about the present certificate, in the imperative; empty if its names
 *     are the point
 */
public record ChangeCertificate(List<PresentedName> names, String remedy) implements Change {

  /** Copies the list. */
  public ChangeCertificate {
    names = List.copyOf(names);
  }

  /** A certificate with this one name. */
  public static ChangeCertificate named(PresentedName name) {
    return new ChangeCertificate(List.of(name), "");
  }

  @Override
  public String action() {
    return remedy.isEmpty()
        ? "have the server present a certificate of a public CA with the name "
            + names.stream().map(PresentedName::toString).collect(Collectors.joining(", "))
        : remedy;
  }

  @Override
  public List<String> commands() {
    return List.of();
  }

  @Override
  public int effort() {
    return remedy.isEmpty() ? 3 : 2;
  }

  @Override
  public boolean changesDirectory() {
    return false;
  }

  @Override
  public ChangeSubject applyTo(ChangeSubject subject) {
    return subject.withCertificate(CertificateVerdict.accepting(names));
  }
}
