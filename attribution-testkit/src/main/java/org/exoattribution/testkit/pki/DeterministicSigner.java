package org.exoattribution.testkit.pki;

import java.io.IOException;
import java.security.PrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcContentSignerBuilder;
import org.bouncycastle.operator.bc.BcRSAContentSignerBuilder;

/**
 * Signs so that the same bytes always get the same signature: ECDSA with the nonce of RFC 6979, RSA
 * with PKCS #1 v1.5, which has none.
 */
final class DeterministicSigner {

  private static final DefaultSignatureAlgorithmIdentifierFinder SIGNATURES =
      new DefaultSignatureAlgorithmIdentifierFinder();
  private static final DefaultDigestAlgorithmIdentifierFinder DIGESTS =
      new DefaultDigestAlgorithmIdentifierFinder();

  private DeterministicSigner() {}

  static ContentSigner of(PrivateKey privateKey, SignatureDigest digest) {
    try {
      AsymmetricKeyParameter key = PrivateKeyFactory.createKey(privateKey.getEncoded());
      boolean elliptic = key instanceof ECPrivateKeyParameters;
      if (elliptic && digest == SignatureDigest.MD5) {
        throw new IllegalArgumentException(
            "\"MD5\" does not go with an issuer's P-256 key; expected an RSA issuer or another"
                + " digest");
      }
      AlgorithmIdentifier signature =
          SIGNATURES.find(digest.name() + (elliptic ? "WITHECDSA" : "WITHRSA"));
      AlgorithmIdentifier hash = DIGESTS.find(signature);
      BcContentSignerBuilder builder =
          elliptic
              ? new RepeatableEcdsa(signature, hash)
              : new BcRSAContentSignerBuilder(signature, hash);
      return builder.build(key);
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException("cannot sign with " + digest, e);
    }
  }

  private static final class RepeatableEcdsa extends BcContentSignerBuilder {

    RepeatableEcdsa(AlgorithmIdentifier signature, AlgorithmIdentifier digest) {
      super(signature, digest);
    }

    @Override
    protected Signer createSigner(AlgorithmIdentifier signature, AlgorithmIdentifier digest)
        throws OperatorCreationException {
      ExtendedDigest forMessage = digestProvider.get(digest);
      Digest forNonce = digestProvider.get(digest);
      return new DSADigestSigner(new ECDSASigner(new HMacDSAKCalculator(forNonce)), forMessage);
    }
  }
}
