import { Button } from '@mantine/core';
import { ListChecks, MapPinned } from 'lucide-react';
import { useNavigate } from 'react-router';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Deal, dealPaths, useWrite } from '../client.ts';
import css from './open.module.css';

/** What the stage leads to: it is opened for this deal by one press. */
export const StagePrompts = ({ deal }: { deal: Deal }) => {
  const t = useTexts('sales');
  const go = useNavigate();
  const guide = useWrite('POST /api/guided-sales', ['/api/guided-sales', ...dealPaths]);
  const { id, prompts, building, address, buildingId, flat } = deal;
  if (prompts.length === 0) return null;
  const sell = async (): Promise<void> => {
    const begun = await guide.mutateAsync({ dealId: id });
    void go(`/guided-sales/${begun.id}`);
  };
  const check = (): void => {
    const asked = new URLSearchParams({ text: building ?? address });
    if (buildingId !== null) asked.set('building', String(buildingId));
    if (flat !== '') asked.set('flat', flat);
    void go(`/address-check?${asked}`);
  };
  return (
    <div className={css.prompts}>
      <span className="dim">{t('prompts.title')}</span>
      {prompts.includes('address_check') ? (
        <Button size="xs" leftSection={<MapPinned size={14} />} onClick={check}>
          {t('prompts.address_check')}
        </Button>
      ) : null}
      {prompts.includes('guided_sale') ? (
        <Button
          size="xs"
          leftSection={<ListChecks size={14} />}
          loading={guide.isPending}
          onClick={() => void sell().catch(notifyProblem)}
        >
          {t('prompts.guided_sale')}
        </Button>
      ) : null}
    </div>
  );
};
