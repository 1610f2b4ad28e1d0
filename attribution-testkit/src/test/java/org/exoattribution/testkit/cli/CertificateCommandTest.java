package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticCertificate.Chain;
import org.exoattribution.testkit.pki.SyntheticCertificate.Revocation;
import org.exoattribution.testkit.pki.SyntheticPki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateCommandTest {
  private static final SyntheticCertificate MAIL = SyntheticCertificate.named("mail.contoso.com");

  @TempDir private Path folder;

  @Test
  void an_accepted_chain_shows_its_names_and_path() {
    CommandRun run = judge(MAIL);

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(folder.resolve("chain.pem") + "\n  Accepted at 2026-11-01T00:00:00Z.\n")
        .contains("\n  Names       mail.contoso.com\n")
        .contains("\n  Path        CN=mail.contoso.com > CN=")
        .contains("\n  Revocation  CN=mail.contoso.com is not revoked ");
  }

  @Test
  void a_refused_chain_shows_the_rule_that_failed() {
    assertThat(judge(MAIL.withChain(Chain.LEAF_ONLY)).out())
        .contains("\n  Refused at 2026-11-01T00:00:00Z by PKI-3: no path: ")
        .contains("\n  Path        none\n")
        .contains("\n  x path (PKI-3): ");
    assertThat(judge(MAIL.withRevocation(Revocation.REVOKED)).out())
        .contains(" by PKI-5: ")
        .contains("\n  x revocation (PKI-5): ");
  }

  @Test
  void the_instant_may_be_another_one() {
    assertThat(judge(MAIL, "--at", "2036-01-01T00:00:00Z").out())
        .contains("\n  Refused at 2036-01-01T00:00:00Z by PKI-2: ");
  }

  @Test
  void json_is_one_object_a_file() {
    assertThat(judge(MAIL.withChain(Chain.LEAF_ONLY), "--format", "json").out())
        .startsWith(
            "{\"certificate\":\""
                + folder.resolve("chain.pem")
                + "\",\"at\":\"2026-11-01T00:00:00Z\",\"accepted\":false,"
                + "\"failedRule\":\"PKI-3\",\"failure\":\"no path: ")
        .contains("\"names\":[\"mail.contoso.com\"],\"subject\":\"CN=mail.contoso.com\",")
        .contains("\"path\":[],")
        .contains("\"tests\":[{\"label\":")
        .endsWith("]}\n")
        .hasLineCount(1);
  }

  @Test
  void without_revocation_material_nothing_is_said_to_be_checked() {
    CertificateBundle bundle = issue(MAIL);
    Path anchors = Inputs.write(folder, "anchors.pem", bundle.trustAnchorsPem());

    CommandRun run =
        CommandRun.withInput(
            "some text of openssl\n" + bundle.chainPem(), "certificate", "--anchors", anchors, "-");

    assertThat(run.out())
        .startsWith("standard input\n  Accepted at ")
        .contains("\n  Revocation  not checked: ");
  }

  @Test
  void the_roots_of_java_do_not_trust_a_synthetic_chain() {
    assertThat(CommandRun.withInput(issue(MAIL).chainPem(), "certificate", "-").out())
        .contains("\n  Refused at ");
  }

  @Test
  void a_file_without_certificate_is_named() {
    Path file = Inputs.write(folder, "empty.pem", "nothing here\n");

    CommandRun run = CommandRun.of("certificate", file);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(file + ": no certificate found: expected ").hasLineCount(1);
  }

  private CommandRun judge(SyntheticCertificate description, Object... options) {
    CertificateBundle bundle = issue(description);
    Object[] args = new Object[options.length + 6];
    args[0] = "certificate";
    args[1] = "--anchors";
    args[2] = Inputs.write(folder, "anchors.pem", bundle.trustAnchorsPem());
    args[3] = "--crl";
    args[4] = Inputs.write(folder, "crls.pem", bundle.crlsPem());
    args[5] = Inputs.write(folder, "chain.pem", bundle.chainPem());
    System.arraycopy(options, 0, args, 6, options.length);
    return CommandRun.of(args);
  }

  private static CertificateBundle issue(SyntheticCertificate description) {
    return SyntheticPki.shared().issue(description, Instant.now(CommandRun.CLOCK));
  }
}
