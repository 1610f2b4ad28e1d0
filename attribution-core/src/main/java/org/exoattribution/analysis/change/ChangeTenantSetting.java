package org.exoattribution.analysis.change;

import java.util.List;

/**
 * Another setting of a whole tenant.
 *
 * @param tenant the name of the tenant
 * @param setting which one
 */
public record ChangeTenantSetting(String tenant, Setting setting) implements Change {

  /** The settings that decide about mail. */
  public enum Setting {
    /** RejectDirectSend false: anybody may send with the tenant's domains to the tenant (IN-7). */
    DIRECT_SEND_ALLOWED,
    /** A subscription with mail (IN-2). */
    MAIL_ENABLED
  }

  @Override
  public String action() {
    return switch (setting) {
      case DIRECT_SEND_ALLOWED ->
          "set RejectDirectSend of "
              + tenant
              + " to false, which lets in anybody's mail with its"
              + " domains";
      case MAIL_ENABLED -> "give " + tenant + " a subscription with mail";
    };
  }

  @Override
  public List<String> commands() {
    return setting == Setting.DIRECT_SEND_ALLOWED
        ? List.of(
            ChangeCommand.of("Set-OrganizationConfig").with("RejectDirectSend", false).toString())
        : List.of();
  }

  @Override
  public int effort() {
    return setting == Setting.DIRECT_SEND_ALLOWED ? 10 : 5;
  }

  @Override
  public boolean changesDirectory() {
    return true;
  }

  @Override
  public ChangeSubject applyTo(ChangeSubject subject) {
    return subject.withTenant(
        tenant,
        t ->
            setting == Setting.DIRECT_SEND_ALLOWED
                ? t.toBuilder().rejectDirectSend(false).build()
                : t.toBuilder().mailEnabled(true).build());
  }
}
