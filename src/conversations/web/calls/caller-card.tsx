import { Phone, PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import { formatPhone } from '../../../ui/format.ts';
import { Action } from '../../../ui/show/action.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from './calls.module.css';
import { Lately, Running, Standing } from './caller-lines.tsx';
import { callerPieces } from '../slots.ts';
import type { MyCall } from './use-my-calls.ts';

type Props = { call: MyCall; onOpen: () => void };

/** A caller in a glance. */
export const CallerCard = ({ call, onOpen }: Props) => {
  const t = useTexts('conversations');
  const isRinging = call.state === 'ringing';
  const Sign = call.direction === 'out' ? PhoneOutgoing : isRinging ? PhoneIncoming : Phone;
  const phone = call.phone === '' ? t('calls.hidden') : formatPhone(call.phone);
  const name = call.caller?.name ?? phone;
  return (
    <section className={css.banner} role="alert" aria-label={t(`calls.states.${call.state}`)}>
      <header className={css.head}>
        <span className={`${css.sign} ${isRinging ? css.rings : ''}`}>
          <Sign size={18} aria-hidden="true" />
        </span>
        <div className={css.who}>
          <b className="cut">{name}</b>
          <span className="dim">
            {call.caller === null ? t(`calls.states.${call.state}`) : phone}
          </span>
        </div>
        <Running call={call} />
      </header>
      {call.direction === 'in' && call.ourNumber !== '' ? (
        <p className={`${css.line} dim`}>
          {t('calls.onLine', { number: formatPhone(call.ourNumber) })}
        </p>
      ) : null}
      <Standing call={call} />
      <Slot of={callerPieces} parts={call.parts} />
      <Lately call={call} />
      {call.conversationId === null ? null : (
        <Action variant="default" keys="F4" onClick={onOpen}>
          {t('calls.show')}
        </Action>
      )}
    </section>
  );
};
