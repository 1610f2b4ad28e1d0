package org.exoattribution.engine.index;

import java.util.List;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.SimulatedConnection;

/**
 * Reads, for many connections at once, what their look-ups are going to read: step by step, each
 * step of all of them before the next, so that the processor waits for memory once a step and not
 * once a connection. It finds nothing out; the look-ups do as ever, and hit its caches.
 */
public final class LookAhead {
  private final IndexLayer layer;
  private final ReversePath[] senders;
  private final IpAddress[] sources;
  private final DomainName[] domains;
  private final String[] names;

  // What is read is kept, or the reading could be left out.
  private final long[] values;
  private final long[] entries;
  private final int[] read;

  /** For up to so many connections at once. */
  LookAhead(IndexLayer layer, int most) {
    this.layer = layer;
    senders = new ReversePath[most];
    sources = new IpAddress[most];
    domains = new DomainName[2 * most];
    names = new String[2 * most];
    values = new long[2 * most];
    entries = new long[2 * most];
    read = new int[2 * most];
  }

  /** Looks ahead for these of the connections, which are about to be looked up. */
  public void to(List<SimulatedConnection> connections, int from, int until) {
    int count = until - from;
    for (int i = 0; i < count; i++) {
      SimulatedConnection connection = connections.get(from + i);
      senders[i] = connection.mailFrom();
      sources[i] = connection.sourceIp();
      domains[2 * i] = connection.rcptTo().domain();
    }
    for (int i = 0; i < count; i++) {
      domains[2 * i + 1] = senders[i].domain().orElse(domains[2 * i]);
    }
    lookAtNames(2 * count);
    lookAtAddresses(count);
  }

  private void lookAtNames(int count) {
    for (int i = 0; i < count; i++) {
      names[i] = domains[i].value();
    }
    for (int i = 0; i < count; i++) {
      read[i] = names[i].charAt(0);
    }
    for (int i = 0; i < count; i++) {
      values[i] = layer.names().value(names[i]);
      entries[i] = layer.names().entry(values[i]);
    }
    for (int i = 0; i < count; i++) {
      read[i] += layer.names().read(entries[i]);
    }
    for (int i = 0; i < count; i++) {
      boolean found = layer.names().isHash(entries[i], values[i]);
      entries[i] = found ? entries[i] : layer.parentEntry(names[i], values[i]);
    }
    for (int i = 0; i < count; i++) {
      read[i] += layer.names().read(entries[i]);
    }
    for (int i = 0; i < count; i++) {
      read[i] += layer.readOwner(entries[i]);
    }
  }

  private void lookAtAddresses(int count) {
    for (int i = 0; i < count; i++) {
      entries[i] = layer.addresses().entry(sources[i]);
    }
    for (int i = 0; i < count; i++) {
      values[i] = layer.addresses().firstRange(entries[i]);
    }
    for (int i = 0; i < count; i++) {
      read[i] += layer.readConnector(values[i]);
    }
  }
}
