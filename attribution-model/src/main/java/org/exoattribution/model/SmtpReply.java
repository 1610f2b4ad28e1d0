package org.exoattribution.model;

/**
 * The reply that the server would send, without the host, time and id in brackets that end a real
 * one.
 *
 * @param code the three digits (RFC 5321, section 4.2)
 * @param enhancedStatusCode such as 5.7.64 (RFC 3463)
 * @param text what follows on the line
 * @param phase after which command it comes
 */
public record SmtpReply(int code, String enhancedStatusCode, String text, Phase phase) {

  /** The command that a reply answers. */
  public enum Phase {
    RCPT_TO("RCPT TO"),
    END_OF_DATA("end of DATA");

    private final String words;

    Phase(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** The same reply after another command. */
  public SmtpReply at(Phase other) {
    return new SmtpReply(code, enhancedStatusCode, text, other);
  }

  /** Whether the client may try again later: a 4yz reply. */
  public boolean isTransient() {
    return code / 100 == 4;
  }

  /** The line as the server sends it. */
  @Override
  public String toString() {
    return code + " " + enhancedStatusCode + " " + text;
  }
}
