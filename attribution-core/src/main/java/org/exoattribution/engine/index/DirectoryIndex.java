package org.exoattribution.engine.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.jspecify.annotations.Nullable;

/**
 * A directory arranged for look-up. Immutable: when a tenant changes, a new index shares the large
 * layer, in which it looks past the tenants that have changed since, and puts a small one beside
 * it. So a change costs as much as the small layer, until that has grown and one layer is made
 * anew.
 *
 * <p>Invariant: look-ups find a tenant of the directory in exactly one of: the base without {@code
 * replaced}, and the changes.
 */
public final class DirectoryIndex {
  /** The id of no tenant. */
  public static final int NONE = -1;

  /** Up to so many changed tenants are kept beside even the smallest base. */
  private static final int FEW = 32;

  private final long hashSeed;
  private final IndexLayer base;

  /** The ids of tenants of the base that the changes replace or that are gone; null if none are. */
  private final @Nullable BitSet replaced;

  /** The tenants that were changed or added; null if none were. */
  private final @Nullable IndexLayer changes;

  public DirectoryIndex(TenantDirectory directory, long hashSeed) {
    this(hashSeed, new IndexLayer(directory.tenants(), 0, hashSeed), null, null);
  }

  private DirectoryIndex(
      long hashSeed, IndexLayer base, @Nullable BitSet replaced, @Nullable IndexLayer changes) {
    this.hashSeed = hashSeed;
    this.base = base;
    this.replaced = replaced;
    this.changes = changes;
  }

  /** The index of another directory. */
  public DirectoryIndex of(TenantDirectory directory) {
    return new DirectoryIndex(directory, hashSeed);
  }

  /**
   * The index of the directory after a change.
   *
   * @param changed the directory as it is now
   * @param before the tenant as it was; null if it is new
   * @param after the tenant as it is now; null if it is gone
   */
  public DirectoryIndex with(
      TenantDirectory changed, @Nullable Tenant before, @Nullable Tenant after) {
    List<Tenant> beside = new ArrayList<>();
    if (changes != null) {
      beside.addAll(changes.tenants());
    }
    BitSet nowReplaced = replaced == null ? new BitSet() : (BitSet) replaced.clone();
    if (before != null && !removeSame(beside, before)) {
      int id = base.idOf(before);
      if (id != NONE) {
        nowReplaced.set(id);
      }
    }
    if (after != null) {
      beside.add(after);
    }
    if (beside.size() > mostBeside() || nowReplaced.cardinality() > mostBeside()) {
      return of(changed);
    }
    return new DirectoryIndex(
        hashSeed,
        base,
        nowReplaced,
        beside.isEmpty() ? null : new IndexLayer(beside, base.tenants().size(), hashSeed));
  }

  @SuppressWarnings("ReferenceEquality") // the very tenant of the directory, not one that equals it
  private static boolean removeSame(List<Tenant> tenants, Tenant tenant) {
    return tenants.removeIf(each -> each == tenant);
  }

  /** Where making the small layer at every change begins to cost as much as a new base at times. */
  private int mostBeside() {
    return FEW + 2 * (int) Math.sqrt(base.tenants().size());
  }

  /**
   * The owner of a domain: who accepts it exactly, else who accepts its nearest parent with
   * MatchSubDomains (DOM-2). {@link #NONE} if nobody does.
   */
  public int ownerOf(DomainName domain) {
    int inBase = base.nearestAccepted(domain, replaced);
    if (changes != null) {
      int inChanges = changes.nearestAccepted(domain, null);
      if (changes.length(inChanges) > base.length(inBase)) {
        return changes.holder(inChanges);
      }
    }
    return base.holder(inBase);
  }

  /**
   * The OnPremises connectors whose TlsSenderCertificateName matches one of the names under some
   * reading, each once.
   */
  public List<Candidate<OnPremisesConnector>> byName(List<PresentedName> presented) {
    List<Candidate<OnPremisesConnector>> inBase = base.byName(presented, replaced);
    return changes == null ? inBase : Lists.concat(inBase, changes.byName(presented, null));
  }

  /** The OnPremises connectors whose SenderIPAddresses contain the address, each once. */
  public List<Candidate<OnPremisesConnector>> byAddress(IpAddress address) {
    List<Candidate<OnPremisesConnector>> inBase = base.byAddress(address, replaced);
    return changes == null ? inBase : Lists.concat(inBase, changes.byAddress(address, null));
  }

  /** Makes the look-ups of up to so many connections, which are about to come, quicker. */
  public LookAhead lookAhead(int most) {
    return new LookAhead(base, most);
  }

  /** The OnPremises connectors of the tenant; none if it is {@link #NONE}. */
  public List<Candidate<OnPremisesConnector>> of(int tenant) {
    return tenant == NONE ? List.of() : layerOf(tenant).of(tenant);
  }

  /** Whether the tenant has Partner connectors; not if it is {@link #NONE}. */
  public boolean hasPartners(int tenant) {
    return tenant != NONE && Receiver.hasPartners(layerOf(tenant).receiver(tenant));
  }

  /** Tenant.mailEnabled, without a step to the tenant. */
  public boolean mailEnabled(int tenant) {
    return Receiver.mailEnabled(layerOf(tenant).receiver(tenant));
  }

  /** Tenant.rejectDirectSend, without a step to the tenant. */
  public boolean rejectsDirectSend(int tenant) {
    return Receiver.rejectsDirectSend(layerOf(tenant).receiver(tenant));
  }

  public Tenant tenant(int id) {
    return layerOf(id).tenant(id);
  }

  private IndexLayer layerOf(int tenant) {
    return changes == null || tenant < changes.firstTenant() ? base : changes;
  }
}
