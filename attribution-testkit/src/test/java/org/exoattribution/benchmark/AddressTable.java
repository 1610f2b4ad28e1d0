package org.exoattribution.benchmark;

import java.util.List;
import org.exoattribution.model.SenderIpRange;

/** Finds all blocks that contain an address. Blocks are added first, then {@link #complete}. */
interface AddressTable {
  void add(SenderIpRange range, Holder holder);

  /** Called once, after the last block. */
  void complete();

  List<Holder> containing(int ipv4Bits);
}
