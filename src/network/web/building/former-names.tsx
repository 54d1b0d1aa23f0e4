import { ActionIcon, Button } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { formatDay } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Box, CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type Building, coveragePaths, useWrite } from '../client.ts';
import css from './building.module.css';
import { NameDialog } from './name-dialog.tsx';

type Props = { streetId: number; names: Building['formerNames'] };

/** What the street was called before: it is found by that too. */
export const FormerNames = ({ streetId, names }: Props) => {
  const t = useTexts('network');
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const remove = useWrite('DELETE /api/streets/{id}/former-names/{nameId}', coveragePaths);
  const canEdit = may('network.coverage');
  return (
    <Box>
      <CardSection
        title={t('formerNames.title')}
        actions={
          canEdit ? (
            <Button size="xs" variant="subtle" onClick={() => setAdding(true)}>
              {t('formerNames.add')}
            </Button>
          ) : null
        }
      >
        {names.length === 0 ? <p className="dim">{t('formerNames.none')}</p> : null}
        <ul className={css.rows}>
          {names.map(({ id, name, untilOn }) => (
            <li key={id}>
              <span>
                {name}
                {untilOn === null ? null : (
                  <small className="dim">
                    {t('formerNames.until', { day: formatDay(untilOn) })}
                  </small>
                )}
              </span>
              {canEdit ? (
                <ActionIcon
                  aria-label={t('formerNames.remove', { name })}
                  onClick={() =>
                    void remove.mutateAsync({ id: streetId, nameId: id }).catch(notifyProblem)
                  }
                >
                  <Trash2 size={14} />
                </ActionIcon>
              ) : null}
            </li>
          ))}
        </ul>
      </CardSection>
      {isAdding ? <NameDialog streetId={streetId} onClose={() => setAdding(false)} /> : null}
    </Box>
  );
};
