import { ActionIcon, Select } from '@mantine/core';
import { X } from 'lucide-react';
import { useColleagues } from '../../../staff/web/index.tsx';
import { notifyProblem } from '../../../ui/notify.tsx';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { dealerPaths, useWrite, type Dealer } from '../client.ts';
import css from '../dealers.module.css';

/** Who works in the dealer's cabinet. */
export const People = ({ dealer }: { dealer: Dealer }) => {
  const t = useTexts('dealers');
  const may = useMay();
  const colleagues = useColleagues();
  const add = useWrite('PUT /api/dealers/{id}/people/{staffId}', dealerPaths);
  const remove = useWrite('DELETE /api/dealers/{id}/people/{staffId}', dealerPaths);
  const { id, people } = dealer;
  const others = colleagues.filter((one) => !people.some(({ staffId }) => staffId === one.id));
  return (
    <CardSection title={t('people.title')}>
      {people.length === 0 ? <p className="dim">{t('people.none')}</p> : null}
      <ul className={css.lines}>
        {people.map(({ staffId, name }) => (
          <li key={staffId}>
            <span>{name}</span>
            {may('dealers.manage') ? (
              <ActionIcon
                className={css.end ?? ''}
                aria-label={`${t('people.remove')}: ${name}`}
                title={t('people.remove')}
                onClick={() => void remove.mutateAsync({ id, staffId }).catch(notifyProblem)}
              >
                <X size={14} />
              </ActionIcon>
            ) : null}
          </li>
        ))}
      </ul>
      {may('dealers.manage') ? (
        <Select
          aria-label={t('people.add')}
          placeholder={t('people.add')}
          searchable
          value={null}
          data={others.map((one) => ({ value: String(one.id), label: one.name }))}
          onChange={(value) => {
            if (value === null) return;
            void add.mutateAsync({ id, staffId: Number(value) }).catch(notifyProblem);
          }}
        />
      ) : null}
    </CardSection>
  );
};
