import { useNavigate } from 'react-router';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { programmePaths, rulePaths, useRead } from '../client.ts';
import css from '../loyalty.module.css';
import { ProgrammePart } from '../programme/programme-part.tsx';
import { LoyaltyTabs } from '../tabs.tsx';
import { RuleRows } from './rule-rows.tsx';

/** The programme: whether it works, its levels, and what points are given for. */
export const Component = () => {
  const t = useTexts('loyalty');
  const go = useNavigate();
  const read = useRead('GET /api/loyalty/rules');
  useLiveRefresh(['loyalty.rule_changed', 'loyalty.rule_switched_on'], rulePaths);
  useLiveRefresh(['loyalty.programme_changed', 'loyalty.levels_set'], programmePaths);
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      layout="padded"
      actions={
        <CreateAction onClick={() => void go('/loyalty/rules/new')}>{t('rules.add')}</CreateAction>
      }
    >
      <div className={css.page}>
        <LoyaltyTabs />
        <ProgrammePart />
        {read.error ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
        <RuleRows rules={read.data?.rules ?? []} />
        <p className="dim">{t('rules.controls')}</p>
      </div>
    </Page>
  );
};
