import type { Ctx } from '../../kernel/context.ts';
import type { AmiMessage } from '../adapters/ami-messages.ts';
import type { HookProvider } from '../api/choices.ts';
import { NotReadable } from '../receiving/not-readable.ts';
import type { Raw, Understood } from '../understood.ts';
import { amiFacts, callOf } from './ami-facts.ts';
import { snapshotFacts } from './ami-snapshot.ts';
import { callSurveys, callTakers, type ToldCall } from './call-facts.ts';
import type { HookEvent } from './providers/provider.ts';
import { providers } from './providers/providers.ts';
import { partyReader } from './read-party.ts';

/** How long a call takes to be seen in a list of the exchange that was asked for at its ring. */
const SURVEY_MARGIN_MS = 2000;

type AsteriskWords =
  | { event: AmiMessage }
  /** All its channels at one moment, and since when it had not been heard. */
  | { snapshot: AmiMessage[]; unheardUntil: string };

type HookWords = { provider: HookProvider; event: HookEvent };

/** Reads what an exchange told, and puts it into the call it belongs to. */
export async function understandCall(ctx: Ctx, row: Raw): Promise<Understood> {
  const { channelId } = row;
  if (channelId === null) throw new Error('a call event of no exchange');
  const words = row.payload as AsteriskWords | HookWords;
  if ('snapshot' in words) {
    await survey(ctx, channelId, words, row.receivedAt);
    // It names everybody who was on the line at that moment, and was needed for that moment only.
    return { number: null, known: { from: '', name: '', wanted: '' } };
  }
  if ('provider' in words) {
    const told = providers[words.provider].facts(words.event, row.receivedAt, partyReader(ctx));
    if (told && told.facts.length > 0) await take(ctx, { channelId, ...told });
    return { number: null };
  }
  // Kept as bytes: there is nothing in it to read.
  if (!('event' in words)) throw new NotReadable('unstorable');
  const linkedId = callOf(words.event);
  if (linkedId === null) return { number: null };
  const facts = amiFacts(words.event, row.receivedAt, partyReader(ctx));
  if (facts.length > 0) await take(ctx, { channelId, linkedId, facts });
  return { number: null };
}

async function take(ctx: Ctx, call: ToldCall): Promise<void> {
  const taker = callTakers.fills[0]?.piece;
  if (!taker) throw new Error('nobody takes calls');
  await taker(ctx, call);
}

/** After a break: what goes on is looked at anew, and what the exchange knows no more has ended. */
async function survey(
  ctx: Ctx,
  channelId: number,
  { snapshot, unheardUntil }: Extract<AsteriskWords, { snapshot: unknown }>,
  at: Date,
): Promise<void> {
  const calls = snapshotFacts(snapshot, at, partyReader(ctx));
  for (const { linkedId, facts } of calls) await take(ctx, { channelId, linkedId, facts });
  const surveyor = callSurveys.fills[0]?.piece;
  if (!surveyor) throw new Error('nobody surveys calls');
  const begunBefore = new Date(Date.parse(unheardUntil) - SURVEY_MARGIN_MS);
  const goingOn = calls.map(({ linkedId }) => linkedId);
  await surveyor(ctx, { channelId, goingOn, begunBefore, at });
}
