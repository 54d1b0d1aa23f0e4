import { Button } from '@mantine/core';
import { PhoneCall } from 'lucide-react';
import { useDial } from '../../../staff/web/index.tsx';
import { formatPhone } from '../../../ui/format.ts';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../cases/desk.module.css';

type Props = {
  /** None where it is hidden, nobody may be called now, or none is known. */
  phone: string | null;
  isCallTime: boolean;
  callsFrom: number;
  callsTo: number;
  /** Nobody has taken it. */
  isFree: boolean;
  isPending: boolean;
  onTurn: () => void;
};

/** The phone, in the hours in which people may be called; and whose it is to call. */
export const CallLine = (props: Props) => {
  const { phone, isCallTime, callsFrom, callsTo, isFree, isPending, onTurn } = props;
  const t = useTexts('retention');
  const dial = useDial();
  return (
    <>
      <div className={css.line}>
        {phone ? (
          <Button size="xs" component="a" href={dial(phone)} leftSection={<PhoneCall size={14} />}>
            {t('tasks.call')} {formatPhone(phone)}
          </Button>
        ) : null}
        <Action size="xs" loading={isPending} onClick={onTurn}>
          {t(isFree ? 'tasks.take' : 'tasks.letGo')}
        </Action>
      </div>
      {isCallTime ? null : (
        <p className="dim">{t('tasks.quiet', { from: callsFrom, to: callsTo })}</p>
      )}
    </>
  );
};
