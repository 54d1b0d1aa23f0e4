import { History } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { Loaded } from '../settings/loaded.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { AuditDays } from './audit-days.tsx';
import { AuditFilterBar } from './audit-filter-bar.tsx';
import { filterOf } from './filter.ts';
import { useAudit } from './use-audit.ts';

/** Who did or looked at what; the address keeps the filter. */
export const Component = () => {
  const t = useTexts('staff');
  const [search] = useSearchParams();
  const audit = useAudit(filterOf(search));
  return (
    <SettingsPage title={t('audit.title')} layout="padded">
      <AuditFilterBar />
      <Loaded read={audit}>
        {(lines) =>
          lines.length === 0 ? (
            <EmptyState icon={History} title={t('audit.emptyTitle')} text={t('audit.emptyText')} />
          ) : (
            <AuditDays lines={lines} />
          )
        }
      </Loaded>
      <MoreButton pages={audit}>{t('more')}</MoreButton>
    </SettingsPage>
  );
};
