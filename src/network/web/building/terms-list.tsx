import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatMoney } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Terms, useRead } from '../client.ts';
import { TermsDialog } from './terms-dialog.tsx';

/** Terms of connection, those used no longer last. */
export const TermsList = () => {
  const t = useTexts('network');
  const [open, setOpen] = useState<Terms | 'new' | null>(null);
  const terms = useRead('GET /api/connection-terms').data?.terms ?? [];
  const wordsOf = (one: Terms): string =>
    [
      formatMoney(one.baseMinor, one.currency),
      one.metreMinor > 0
        ? t('settings.metre', {
            sum: formatMoney(one.metreMinor, one.currency),
            metres: one.includedMetres,
          })
        : '',
      one.mostParts > 1 ? t('settings.parts', { count: one.mostParts }) : '',
      one.freeFromMinor === null
        ? ''
        : t('cost.freeFrom', { fee: formatMoney(one.freeFromMinor, one.currency) }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <section>
      <h2>{t('settings.terms')}</h2>
      {terms.length === 0 ? <p className="dim">{t('settings.noTerms')}</p> : null}
      {terms.length === 0 ? null : (
        <PickList>
          {terms.map((one) => (
            <PickRow key={one.id} title={one.name} text={wordsOf(one)} onPick={() => setOpen(one)}>
              {one.isArchived ? <Badge>{t('settings.archived')}</Badge> : null}
            </PickRow>
          ))}
        </PickList>
      )}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<Plus size={14} />}
        onClick={() => setOpen('new')}
      >
        {t('settings.addTerms')}
      </Button>
      {open === null ? null : (
        <TermsDialog terms={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </section>
  );
};
