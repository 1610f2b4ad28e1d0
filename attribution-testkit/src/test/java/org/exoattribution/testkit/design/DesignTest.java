package org.exoattribution.testkit.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.Readings;
import org.exoattribution.model.Readings.CertificateTrust;
import org.exoattribution.model.Tenant;
import org.junit.jupiter.api.Test;

class DesignTest {
  private final Design contoso = Designs.ipScopedRelay("contoso", "contoso.com", "192.0.2.1");
  private final Design fabrikam = Designs.recipient("fabrikam", "fabrikam.com");

  @Test
  void two_designs_make_one_with_the_tenants_and_words_of_both() {
    Design both = contoso.and(fabrikam);

    assertThat(both.directory().tenants()).extracting(Tenant::name).contains("contoso", "fabrikam");
    assertThat(both.toString())
        .contains("contoso relays", "fabrikam receives", "RELAY23", "; ATTR");
  }

  @Test
  void designs_that_share_a_domain_do_not_go_together() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> contoso.and(Designs.recipient("adatum", "contoso.com")))
        .withMessageContaining("\"contoso.com\" is an accepted domain of both");
  }

  @Test
  void a_tenant_is_replaced_or_added_and_the_design_itself_stays_as_it_was() {
    Design changed =
        contoso.with(contoso.tenant("contoso").toBuilder().rejectDirectSend(true).build());

    assertThat(changed.tenant("contoso").rejectDirectSend()).isTrue();
    assertThat(contoso.tenant("contoso").rejectDirectSend()).isFalse();
    assertThat(contoso.with(fabrikam.tenant("fabrikam")).directory().tenants()).hasSize(2);
  }

  @Test
  void the_engine_has_the_tenants_and_readings_of_the_design() {
    Readings readings = Readings.defaults().with(CertificateTrust.ANY);

    assertThat(contoso.withReadings(readings).engine().readings()).isEqualTo(readings);
    assertThat(contoso.engine().directory()).isEqualTo(contoso.directory());
  }

  @Test
  void an_unknown_tenant_is_refused_with_those_that_there_are() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> contoso.tenant("contosso"))
        .withMessage("\"contosso\" is not a tenant of the design: expected one of [contoso]");
  }
}
