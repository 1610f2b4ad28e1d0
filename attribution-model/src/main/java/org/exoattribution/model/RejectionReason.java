package org.exoattribution.model;

/** Why the service refuses a recipient. */
public enum RejectionReason {
  /** Relay to a domain that nobody accepts; no OnPremises connector matched (5.7.64). */
  NO_CONNECTOR_MATCHED,
  /** Relay to a domain that nobody accepts; a connector matched, ownership failed (ATTR36). */
  DOMAIN_NOT_ACCEPTED,
  /** Restricting Partner connectors took part and none was met (5.7.51, IN-4). */
  PARTNER_RESTRICTION,
  /** The tenant's own domain from an unauthorized source, RejectDirectSend (5.7.68, IN-7). */
  DIRECT_SEND,
  /** The Partner connector has RequireTls and the session is plaintext (4.7.0, IN-6). */
  TLS_REQUIRED,
  /** The receiving tenant is known to be in another forest (ATTR35, FOR-2). */
  WRONG_FOREST,
  /** The receiving tenant has no mail-enabled subscription (ATTR5, IN-2). */
  NO_MAIL_SUBSCRIPTION,
  /** The recipient's domain is not that of the first recipient (ATTR46, MULTI-2). */
  RECIPIENT_DOMAIN_DIFFERS,
  /** The certificate was not accepted, under reading badCertificate REFUSE (4.7.0, PKI-8). */
  CERTIFICATE_REFUSED
}
