import { useState } from 'react';
import { formatPercent } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Case, type CaseOffer, casePaths, useRead, useWrite } from '../client.ts';
import css from './desk.module.css';
import { TariffDialog } from './tariff-dialog.tsx';

/** What helps, the best first, in words to be said; or why nothing is offered. */
export const OffersPart = ({ found }: { found: Case }) => {
  const t = useTexts('retention');
  const { id, version } = found;
  const { data } = useRead('GET /api/cases/{id}/offers', { id });
  const answer = useWrite('POST /api/cases/{id}/offers/{offerId}', casePaths);
  const undo = useWrite('POST /api/cases/{id}/offers/{offerId}/undo', casePaths);
  const [tariffFor, setTariffFor] = useState<number | null>(null);
  if (!data) return null;
  const { silence, offers, currency } = data;
  const say = (offerId: number, said: 'taken' | 'refused', productVersionId?: number): void => {
    const chosen = productVersionId === undefined ? {} : { productVersionId };
    answer.mutateAsync({ id, version, offerId, answer: said, ...chosen }).catch(notifyProblem);
  };
  const take = ({ offerId, kind }: CaseOffer): void =>
    kind === 'tariff' ? setTariffFor(offerId) : say(offerId, 'taken');
  return (
    <section className={css.part} aria-label={t('offers.title')}>
      <h3>{t('offers.title')}</h3>
      {silence === null ? null : <p className="dim">{t(`offers.silence.${silence}`)}</p>}
      {silence === null && offers.length === 0 ? <p className="dim">{t('offers.none')}</p> : null}
      {offers.map((offer) => (
        <div key={offer.offerId} className={css.offer}>
          <div className={css.line}>
            <b>{offer.name}</b>
            {offer.answer === null ? null : (
              <Badge tone={offer.answer === 'taken' ? 'green' : 'gray'}>
                {t(`offers.answers.${offer.answer}`)}
              </Badge>
            )}
          </div>
          {offer.words === '' ? null : <p className={css.said}>{offer.words}</p>}
          <span className="dim">
            {t('offers.worth')} <Money amountMinor={offer.expectedMinor} currency={currency} />
            {' · '}
            {t('offers.costs')} <Money amountMinor={offer.costMinor} currency={currency} />
            {' · '}
            {t('offers.helps', { share: formatPercent(offer.learntRate), count: offer.tried })}
          </span>
          {found.state === 'open' ? (
            <div className={css.line}>
              {offer.answer === null && silence === null ? (
                <>
                  <Action
                    size="xs"
                    variant="light"
                    loading={answer.isPending}
                    onClick={() => take(offer)}
                  >
                    {t('offers.take')}
                  </Action>
                  <Action
                    size="xs"
                    loading={answer.isPending}
                    onClick={() => say(offer.offerId, 'refused')}
                  >
                    {t('offers.refuse')}
                  </Action>
                </>
              ) : null}
              {mayUndo(offer) ? (
                <Action
                  size="xs"
                  variant="subtle"
                  loading={undo.isPending}
                  onClick={() =>
                    void undo
                      .mutateAsync({ id, version, offerId: offer.offerId })
                      .catch(notifyProblem)
                  }
                >
                  {t('offers.undo')}
                </Action>
              ) : null}
            </div>
          ) : null}
        </div>
      ))}
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

/** A refusal, or a discount; what went on elsewhere is taken back there. */
const mayUndo = ({ answer, kind }: CaseOffer): boolean =>
  answer === 'refused' || (answer === 'taken' && (kind === 'discount' || kind === 'bonus'));
