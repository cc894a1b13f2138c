package reload.mall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowRuleTest {
    @Test
    void itShowsWhereEveryConditionHolds() {
        ShowRule rule = ShowRule.read("template=product|list, referral=kakao / social");
        assertThat(rule.shows(Map.of("template", "list", "referral", "kakao / social")))
                .isTrue();
        assertThat(rule.shows(Map.of("template", "list", "referral", "direct"))).isFalse();
        assertThat(rule.shows(Map.of("referral", "kakao / social"))).isFalse();
    }

    @Test
    void withoutConditionsItShowsEverybody() {
        assertThat(ShowRule.read(" ")).isEqualTo(ShowRule.EVERYBODY);
        assertThat(ShowRule.EVERYBODY.shows(Map.of())).isTrue();
        assertThat(ShowRule.EVERYBODY.write()).isEmpty();
    }

    @Test
    void whatIsWrittenReadsTheSame() {
        ShowRule rule = ShowRule.read("trigger=return|back-hold,device=phone");
        assertThat(rule.write()).isEqualTo("device=phone,trigger=back-hold|return");
        assertThat(ShowRule.read(rule.write())).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mood=good", "device", "device=", "device=phone,"})
    void whatItCannotMeanIsRefused(String text) {
        assertThatThrownBy(() -> ShowRule.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
