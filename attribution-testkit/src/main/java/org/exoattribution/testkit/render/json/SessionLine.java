package org.exoattribution.testkit.render.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.IpAddress;

/**
 * What becomes of a recipient that a client named at the front door.
 *
 * @param result the line that the same connection has elsewhere
 * @param session the session's id
 * @param client the address that the connection came from
 * @param tls the version of TLS
 * @param certificate the presented certificate
 * @param certificateVerdict what the service makes of it
 * @param answer what the client was told; empty if it gave up before
 */
public record SessionLine(
    @JsonUnwrapped Object result,
    String session,
    IpAddress client,
    Optional<String> tls,
    Optional<String> certificate,
    Optional<String> certificateVerdict,
    Optional<String> answer) {

  /** The line of a recipient. */
  public static Object resultOf(String connection, Attribution attribution) {
    return ResultLine.of(connection, attribution, null);
  }
}
