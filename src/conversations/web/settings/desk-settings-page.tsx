import { SettingsPage } from '../../../staff/web/index.tsx';
import { Box } from '../../../ui/show/facts.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';
import { SettingsForm } from './settings-form.tsx';
import { SkillRules } from './skill-rules.tsx';
import css from './settings.module.css';

/** How requests are put before people, and how a call that nobody answered is tried again. */
export const Component = () => {
  const t = useTexts('conversations');
  const { data, error, refetch } = useRead('GET /api/desk-settings');
  return (
    <SettingsPage title={t('settings.title')}>
      {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
      {data ? <SettingsForm settings={data} /> : null}
      <div className={css.rules}>
        <Box>
          <SkillRules />
        </Box>
      </div>
    </SettingsPage>
  );
};
