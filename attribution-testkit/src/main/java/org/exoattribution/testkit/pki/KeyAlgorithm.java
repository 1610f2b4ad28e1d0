package org.exoattribution.testkit.pki;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;

/** The kinds of keys that certificates are made for. */
public enum KeyAlgorithm {
  /** Elliptic curve P-256: made in a millisecond, and the default. */
  P256,
  /** RSA of 2048 bits, the commonest kind; a fresh one takes some tenths of a second. */
  RSA_2048,
  /** RSA of 1024 bits: weak, no public authority has certified one since 2013. */
  RSA_1024;

  /** Makes a key pair that depends on the random stream alone. */
  AsymmetricCipherKeyPair generate(SecureRandom random) {
    return switch (this) {
      case P256 -> ec(random);
      case RSA_2048 -> rsa(2048, random);
      case RSA_1024 -> rsa(1024, random);
    };
  }

  private static AsymmetricCipherKeyPair ec(SecureRandom random) {
    X9ECParameters curve = CustomNamedCurves.getByOID(SECObjectIdentifiers.secp256r1);
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(
        new ECKeyGenerationParameters(
            new ECNamedDomainParameters(SECObjectIdentifiers.secp256r1, curve), random));
    return generator.generateKeyPair();
  }

  private static AsymmetricCipherKeyPair rsa(int bits, SecureRandom random) {
    RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
    generator.init(
        new RSAKeyGenerationParameters(
            BigInteger.valueOf(65_537), random, bits, /* certainty= */ 100));
    return generator.generateKeyPair();
  }
}
