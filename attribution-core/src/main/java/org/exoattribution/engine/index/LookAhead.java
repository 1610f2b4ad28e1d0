package org.exoattribution.engine.index;

import java.util.List;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.SimulatedConnection;

/**
 * Reads, for many connections at once, what their look-ups are going to read: step by step, each
 * step of all of them before the next, so that the processor waits for memory once a step and not
 * once a connection. It finds nothing out; the look-ups do as ever, and hit its caches.
 */
public final class LookAhead {
  private final IndexLayer layer;
  private final String[] domains;
  private final int[] addresses;

  // What is read is kept, or the reading could be left out.
  private final long[] values;
  private final long[] entries;
  private final int[] read;

  /** For up to so many connections at once. */
  LookAhead(IndexLayer layer, int most) {
    this.layer = layer;
    domains = new String[2 * most];
    addresses = new int[most];
    values = new long[2 * most];
    entries = new long[2 * most];
    read = new int[2 * most];
  }

  /** Looks ahead for these of the connections, which are about to be looked up. */
  public void to(List<SimulatedConnection> connections, int from, int until) {
    int count = until - from;
    for (int i = 0; i < count; i++) {
      SimulatedConnection connection = connections.get(from + i);
      domains[2 * i] = connection.rcptTo().domain().value();
      domains[2 * i + 1] =
          connection.mailFrom().domain().map(DomainName::value).orElse(domains[2 * i]);
      addresses[i] = connection.sourceIp().isIpv4() ? connection.sourceIp().ipv4Bits() : 0;
    }
    lookAtNames(2 * count);
    lookAtAddresses(count);
  }

  private void lookAtNames(int count) {
    for (int i = 0; i < count; i++) {
      values[i] = domains[i].charAt(0);
    }
    for (int i = 0; i < count; i++) {
      values[i] = layer.names().value(domains[i]);
    }
    for (int i = 0; i < count; i++) {
      entries[i] = layer.names().entry(values[i]);
    }
    for (int i = 0; i < count; i++) {
      read[i] = layer.names().read(entries[i]);
    }
    for (int i = 0; i < count; i++) {
      entries[i] =
          layer.names().isHash(entries[i], values[i])
              ? 0
              : layer.parentEntry(domains[i], values[i]);
    }
    for (int i = 0; i < count; i++) {
      read[i] += layer.names().read(entries[i]);
    }
  }

  private void lookAtAddresses(int count) {
    for (int i = 0; i < count; i++) {
      entries[i] = layer.addresses().entry(addresses[i]);
    }
    for (int i = 0; i < count; i++) {
      values[i] = layer.addresses().firstRange(entries[i]);
    }
    for (int i = 0; i < count; i++) {
      read[i] += layer.readConnector(values[i]);
    }
  }
}
