import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { OccasionKind } from '../../kinds.ts';
import { type Occasion, useRead } from '../client.ts';
import css from '../vip.module.css';
import { OccasionDialog } from './occasion-dialog.tsx';
import { OccasionRow } from './occasion-row.tsx';

type Editing = { one: Occasion | null; kind: OccasionKind };

/** Days of one client, and which nobody has asked about. */
export const ClientOccasions = ({ id }: { id: number }) => {
  const t = useTexts('vip');
  const { data } = useRead('GET /api/vip/{id}/occasions', { id });
  const [editing, setEditing] = useState<Editing>();
  if (!data) return null;
  const { occasions, missing } = data;
  return (
    <section aria-label={t('occasions.ofClient')}>
      <div className={css.line}>
        <h2 style={{ flex: 1 }}>{t('occasions.ofClient')}</h2>
        {missing.map((kind) => (
          <Button
            key={kind}
            size="xs"
            variant="subtle"
            leftSection={<Badge tone="amber">{t('occasions.ask')}</Badge>}
            onClick={() => setEditing({ one: null, kind })}
          >
            {t(`occasionKinds.${kind}`)}
          </Button>
        ))}
        <Button
          size="xs"
          leftSection={<Plus size={14} />}
          onClick={() => setEditing({ one: null, kind: 'other' })}
        >
          {t('occasions.add')}
        </Button>
      </div>
      {occasions.length === 0 ? <p className="dim">{t('occasions.none')}</p> : null}
      {occasions.length === 0 ? null : (
        <PickList>
          {occasions.map((one) => (
            <OccasionRow
              key={one.key}
              one={one}
              onPick={() => setEditing({ one, kind: one.kind })}
            />
          ))}
        </PickList>
      )}
      {editing ? (
        <OccasionDialog
          id={id}
          {...editing}
          people={data.contactPersons}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
    </section>
  );
};
