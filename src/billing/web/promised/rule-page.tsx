import { HandHeart } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from '../rules/rules.module.css';
import { RuleForm } from './rule-form.tsx';
import { usePromiseWords } from './rule-words.ts';

/** One rule of promised payments: its sentence, its form, whom a change would touch. */
export const Component = () => {
  const t = useTexts('billing');
  const { id } = useParams();
  const go = useNavigate();
  const read = useRead('GET /api/promise-rules');
  const wordsOf = usePromiseWords();
  const isNew = id === 'new';
  const rule = read.data?.rules.find((one) => String(one.id) === id) ?? null;
  return (
    <SettingsPage title={rule?.name ?? t('promises.rules.add')} backTo="/settings/promises">
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && !rule && !isNew ? (
        <EmptyState icon={HandHeart} title={t('errors.no_such_rule')} text="" />
      ) : null}
      {rule ? <p className={css.sentence}>{wordsOf(rule)}</p> : null}
      {read.data && (isNew || rule) ? (
        <RuleForm
          key={rule?.version ?? 'new'}
          rule={rule}
          currency={read.data.currency}
          onSaved={() => void go('/settings/promises')}
        />
      ) : null}
    </SettingsPage>
  );
};
