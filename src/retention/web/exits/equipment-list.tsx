import { formatDay } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../cases/desk.module.css';
import { casePaths, type ExitView, useWrite } from '../client.ts';

type Props = { id: number; equipment: ExitView['equipment']; day: string };

/** What is to be given back, and what came back when. */
export const EquipmentList = ({ id, equipment, day }: Props) => {
  const t = useTexts('retention');
  const note = useWrite('PUT /api/cases/{id}/exit/equipment/{equipmentId}', casePaths);
  const put = (equipmentId: number, returnedOn: string | null): void =>
    void note.mutateAsync({ id, equipmentId, returnedOn }).catch(notifyProblem);
  return equipment.map(({ id: equipmentId, name, serial, returnedOn }) => (
    <div key={equipmentId} className={css.line}>
      <span>{[name, serial].filter(Boolean).join(' · ')}</span>
      <span className="dim">
        {returnedOn === null ? t('exit.isOut') : t('exit.isBack', { on: formatDay(returnedOn) })}
      </span>
      <Action
        size="xs"
        variant="subtle"
        loading={note.isPending}
        onClick={() => put(equipmentId, returnedOn === null ? day : null)}
      >
        {returnedOn === null ? t('exit.giveBack') : t('exit.notBack')}
      </Action>
    </div>
  ));
};
