import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Nothing } from '../../kernel/api/shapes.ts';
import { Number, Series } from './cards.ts';
import { Commission, Counted, DealerPayment, Deed, Held, Sum } from './shapes.ts';

const nobodys = 'dealers.no_cabinet';
const elsewhere = 'dealers.cards_elsewhere';
const permission = 'dealers.cabinet';
const AccountNumber = z.string().trim().min(1).max(60);

export const cabinetApi = defineApi({
  'GET /api/cabinet': {
    summary: 'One’s own dealer: debt, cards in hand, commission, and what was done today',
    permission,
    input: Nothing,
    output: z.object({
      name: z.string(),
      contractNumber: z.string(),
      contractOn: DateOnly,
      currency: z.string(),
      creditLimitMinor: z.int(),
      balanceMinor: z.int(),
      today: DateOnly,
      held: z.array(Held),
      commissions: z.array(Commission),
      deeds: z.array(Deed),
      payments: z.array(DealerPayment),
    }),
    errors: [nobodys],
  },
  'POST /api/cabinet/sales': {
    summary: 'Sell cards that one has, from a number on',
    permission,
    input: z.object({ series: Series, number: Number, cards: z.int().min(1).max(1000).default(1) }),
    output: z.object({ cards: z.int() }),
    errors: [nobodys, elsewhere, 'dealers.cards_expired'],
  },
  'POST /api/cabinet/sales/undo': {
    summary: 'Take a card that was sold today back from its buyer, while nobody has activated it',
    permission,
    input: z.object({ series: Series, number: Number }),
    output: z.object({ cards: z.int() }),
    errors: [nobodys, elsewhere, 'dealers.sold_earlier'],
  },
  'GET /api/cabinet/account': {
    summary: 'Whose an account is, in letters enough to make sure and no more',
    permission,
    perMinute: 60,
    input: z.object({ account: AccountNumber }),
    output: z.object({ account: z.string(), holder: z.string(), currency: z.string() }),
    errors: [nobodys, 'dealers.no_such_account', 'dealers.too_many_attempts'],
  },
  'POST /api/cabinet/payments': {
    summary: 'Take a subscriber’s payment: it is credited at once, and owed by the dealer',
    permission,
    repeats: 'own',
    input: z.object({ account: AccountNumber, amountMinor: Sum }),
    output: z.object({ id: Id, commissionMinor: z.int() }),
    errors: [
      nobodys,
      'dealers.no_such_account',
      'dealers.too_many_attempts',
      'dealers.above_credit',
      'dealers.other_currency',
    ],
    status: 201,
  },
  'GET /api/cabinet/settlement': {
    summary: 'One’s own cards, payments, commission and debt in a period',
    permission,
    input: z.object({ fromOn: DateOnly, toOn: DateOnly }),
    output: Counted,
    errors: [nobodys, 'dealers.wrong_period'],
  },
});
