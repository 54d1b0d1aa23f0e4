import { Settings2 } from 'lucide-react';
import { AccountItem } from '../../../ui/shell/account-item.tsx';
import { useTexts } from '../../../ui/texts.ts';

export const AccountEntries = () => {
  const t = useTexts('staff');
  return <AccountItem icon={Settings2} label={t('settings.title')} to="/settings/profile" />;
};
