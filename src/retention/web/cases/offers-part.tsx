import { Select } from '@mantine/core';
import { useState } from 'react';
import { doOrConfirm, notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Case, type CaseOffer, casePaths, useRead, useWrite } from '../client.ts';
import css from './desk.module.css';
import { OfferBox } from './offer-box.tsx';
import { TariffDialog } from './tariff-dialog.tsx';

/** What helps, the best first, in words to be said; or why nothing is offered. */
export const OffersPart = ({ found }: { found: Case }) => {
  const t = useTexts('retention');
  const { id, version } = found;
  const [accountId, setAccountId] = useState<string | null>(null);
  const on = accountId === null ? {} : { accountId: Number(accountId) };
  const { data } = useRead('GET /api/cases/{id}/offers', { id, ...on });
  const answer = useWrite('POST /api/cases/{id}/offers/{offerId}', casePaths);
  const undo = useWrite('POST /api/cases/{id}/offers/{offerId}/undo', casePaths);
  const [tariffFor, setTariffFor] = useState<number | null>(null);
  if (!data) return null;
  const { silence, currency } = data;
  const isOpen = found.state === 'open';
  const title = t(isOpen ? 'offers.title' : 'offers.offered');
  const accounts = (found.past?.accounts ?? []).filter(({ state }) => state !== 'closed');
  const offers = data.offers.filter(
    ({ answer: said, hindrance }) => said !== null || (isOpen && hindrance === null),
  );
  const hindered = data.offers.filter(({ hindrance }) => isOpen && hindrance !== null);
  if (!isOpen && offers.length === 0) return null;
  const say = (offerId: number, said: 'taken' | 'refused', productVersionId?: number): void => {
    const chosen = productVersionId === undefined ? {} : { productVersionId };
    void doOrConfirm('billing.bundle_ends', (isConfirmed) =>
      answer.mutateAsync({ id, version, offerId, answer: said, ...on, ...chosen, isConfirmed }),
    );
  };
  const takeBack = (offerId: number): void =>
    void undo.mutateAsync({ id, version, offerId }).catch(notifyProblem);
  const take = ({ offerId, kind }: CaseOffer): void =>
    kind === 'tariff' ? setTariffFor(offerId) : say(offerId, 'taken');
  return (
    <section className={css.part} aria-label={title}>
      <h2>{title}</h2>
      {silence === null || !isOpen ? null : <p className="dim">{t(`offers.silence.${silence}`)}</p>}
      {silence === null && offers.length === 0 ? <Nothing isNow={hindered.length > 0} /> : null}
      {silence === null && isOpen && accounts.length > 1 ? (
        <Select
          label={t('offers.account')}
          placeholder={t('offers.dearest')}
          clearable
          value={accountId}
          data={accounts.map((one) => ({ value: String(one.id), label: one.number }))}
          onChange={setAccountId}
        />
      ) : null}
      {offers.map((offer) => (
        <OfferBox
          key={offer.offerId}
          offer={offer}
          currency={currency}
          isOpen={isOpen}
          mayAnswer={silence === null}
          isBusy={answer.isPending || undo.isPending}
          onTake={() => take(offer)}
          onRefuse={() => say(offer.offerId, 'refused')}
          onUndo={() => takeBack(offer.offerId)}
        />
      ))}
      <Hindered offers={hindered} />
      {tariffFor === null ? null : (
        <TariffDialog
          onClose={() => setTariffFor(null)}
          onPick={(versionId) => {
            say(tariffFor, 'taken', versionId);
            setTariffFor(null);
          }}
        />
      )}
    </section>
  );
};

const Nothing = ({ isNow }: { isNow: boolean }) => {
  const t = useTexts('retention');
  return <p className="dim">{t(isNow ? 'offers.noneNow' : 'offers.none')}</p>;
};

/** What would fit the reason, and why it may not be said now. */
const Hindered = ({ offers }: { offers: readonly CaseOffer[] }) => {
  const t = useTexts('retention');
  return offers.map(({ offerId, name, hindrance }) =>
    hindrance === null ? null : (
      <p key={offerId} className="dim">
        {name}: {t(`offers.hindrances.${hindrance}`)}
      </p>
    ),
  );
};
