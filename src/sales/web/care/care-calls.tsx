import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { formatInstant, formatNo, formatRelative } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type CareCall, usePages } from '../client.ts';
import { CallDialog } from './call-dialog.tsx';

/** Whom to call and ask how it goes, the one due earliest first; nothing where nobody waits. */
export const CareCalls = () => {
  const t = useTexts('sales');
  const go = useNavigate();
  const [open, setOpen] = useState<CareCall | null>(null);
  const pages = usePages('GET /api/care-calls', {});
  const calls = pages.data?.pages.flatMap((page) => page.calls) ?? [];
  if (calls.length === 0) return null;
  return (
    <section aria-label={t('care.list')} style={{ display: 'grid', gap: 8 }}>
      <h2>{t('care.list')}</h2>
      <PickList>
        {calls.map((call) => (
          <PickRow
            key={call.id}
            title={call.name}
            text={[
              formatNo(call.dealId),
              t('care.call', { day: call.day }),
              call.tries > 0 && t('care.tried', { count: call.tries }),
              call.insteadOf && t('care.instead', { owner: call.insteadOf }),
            ]
              .filter(Boolean)
              .join(' · ')}
            onPick={() => void go(`/deals/${call.dealId}`)}
          >
            <Badge
              tone={Date.parse(call.dueAt) < serverNow() ? 'red' : 'gray'}
              title={formatInstant(call.dueAt)}
            >
              {formatRelative(call.dueAt, serverNow())}
            </Badge>
            <Button size="xs" variant="subtle" onClick={() => setOpen(call)}>
              {t('care.open')}
            </Button>
          </PickRow>
        ))}
      </PickList>
      <MoreButton pages={pages}>{t('leads.more')}</MoreButton>
      {open ? <CallDialog call={open} onClose={() => setOpen(null)} /> : null}
    </section>
  );
};
