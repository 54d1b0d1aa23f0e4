import { Badge } from '../../../ui/show/badge.tsx';
import { Box } from '../../../ui/show/facts.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Dealer } from '../client.ts';
import css from '../dealers.module.css';
import { HeldCards } from '../held-cards.tsx';
import { Commissions } from './commissions.tsx';
import { DealerActions } from './dealer-actions.tsx';
import { ContractSection, DealerSums } from './dealer-facts.tsx';
import { People } from './people.tsx';
import { Settlements } from './settlements.tsx';

/** The page of a dealer that is at hand. */
export const OpenDealer = ({ dealer }: { dealer: Dealer }) => {
  const t = useTexts('dealers');
  const { held, currency } = dealer;
  return (
    <Page
      title={dealer.name}
      backTo="/dealers"
      layout="padded"
      marks={dealer.isArchived ? <Badge>{t('dealer.archived')}</Badge> : null}
      actions={<DealerActions dealer={dealer} />}
    >
      <div className={css.column}>
        <DealerSums dealer={dealer} />
        <div className={css.pair}>
          <Box>
            <HeldCards held={held} currency={currency} none={t('dealer.heldNone')} />
            <Commissions dealer={dealer} />
          </Box>
          <Box>
            <ContractSection dealer={dealer} />
            <People dealer={dealer} />
          </Box>
        </div>
        <Settlements dealer={dealer} />
      </div>
    </Page>
  );
};
