import { Box, CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';
import { Loaded } from '../settings/loaded.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { ChangePassword } from './change-password.tsx';
import { SecondFactor } from './second-factor.tsx';
import { SessionList } from './session-list.tsx';

export const Component = () => {
  const t = useTexts('staff');
  const me = useRead('GET /api/me');
  return (
    <SettingsPage title={t('security.title')}>
      <div style={{ display: 'grid', gap: 16 }}>
        <Box>
          <CardSection title={t('second.title')}>
            <Loaded read={me}>
              {({ hasSecondFactor }) => <SecondFactor isOn={hasSecondFactor} />}
            </Loaded>
          </CardSection>
        </Box>
        <Box>
          <CardSection title={t('password.title')}>
            <ChangePassword />
          </CardSection>
        </Box>
        <Box>
          <SessionList />
        </Box>
      </div>
    </SettingsPage>
  );
};
