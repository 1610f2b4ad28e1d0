package org.exoattribution.engine;

import java.util.List;
import java.util.Objects;
import org.exoattribution.model.StageExplanation;
import org.jspecify.annotations.Nullable;

/** The three stages in their order. {@code resolve} and {@code explain} run the same ones. */
final class Stages {
  private Stages() {}

  /** The decision of the first stage that has one. */
  static Decision decide(Resolution r, Notes notes) {
    Decision decision = new CertificateStage(r, notes).decide();
    if (decision == null) {
      decision = new IpStage(r, notes).decide();
    }
    return decision != null ? decision : new IncomingStage(r, notes).decide();
  }

  /** The same decision, with the reports of all three stages added to the list. */
  static Decision explain(Resolution r, Notes notes, List<StageExplanation> reports) {
    CertificateStage certificate = new CertificateStage(r, notes);
    Decision byCertificate = certificate.decide();
    reports.add(new CertificateStageReport(r, certificate, byCertificate).explain());

    // A stage that is not reached still says what it would have looked at; it notes nothing.
    IpStage ip = new IpStage(r, byCertificate == null ? notes : new Notes());
    Decision byIp = byCertificate == null ? ip.decide() : null;
    reports.add(new IpStageReport(r, ip, byCertificate, byIp).explain());

    @Nullable Decision earlier = byCertificate != null ? byCertificate : byIp;
    IncomingStage incoming = new IncomingStage(r, earlier == null ? notes : new Notes());
    Decision byIncoming = earlier == null ? incoming.decide() : null;
    reports.add(new IncomingStageReport(r, incoming, earlier, byIncoming).explain());

    return earlier != null ? earlier : Objects.requireNonNull(byIncoming);
  }
}
