import { SettingsPage } from '../../../staff/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { useTexts } from '../../../ui/texts.ts';
import { DeskSettings } from './desk-settings.tsx';
import { OfferSettings } from './offer-settings.tsx';
import { ReasonSettings } from './reason-settings.tsx';
import { RuleSettings } from './rule-settings.tsx';
import css from './settings.module.css';
import { SignSettings } from './sign-settings.tsx';
import { TrialPart } from './trial-part.tsx';

const news = ['retention.reason_added', 'retention.reason_changed'];
const offerNews = ['retention.offer_added', 'retention.offer_changed'];
const ruleNews = ['retention.rule_added', 'retention.rule_changed'];

/** By what words a wish to leave is known, and why people leave. */
export const Component = () => {
  const t = useTexts('retention');
  useLiveRefresh(news, ['/api/leaving-reasons']);
  useLiveRefresh(offerNews, ['/api/retention-offers']);
  useLiveRefresh(['retention.sign_changed'], ['/api/leaving-signs']);
  useLiveRefresh(['retention.trial_changed'], ['/api/trial-settings']);
  useLiveRefresh(ruleNews, ['/api/wish-rules']);
  return (
    <SettingsPage title={t('settings.title')} subtitle={t('settings.subtitle')}>
      <div className={css.parts}>
        <RuleSettings />
        <DeskSettings />
        <ReasonSettings />
        <OfferSettings />
        <SignSettings />
        <TrialPart />
      </div>
    </SettingsPage>
  );
};
