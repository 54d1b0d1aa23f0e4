import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { dovecotLacking, type Dovecot, startDovecot } from '../../testing/mail/dovecot.ts';
import { patienceMs, runs } from '../../testing/proof.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { mutated } from '../email/testing/mutations.ts';

const lacking = dovecotLacking();
if (lacking) process.stderr.write(`spoilt letters are not brought: ${lacking}\n`);

const SEED = 20_261_126;
const AT_ONCE = 100;
const batches = runs(1, 100);
vi.setConfig({ testTimeout: patienceMs(120) });

/** Why a letter may end elsewhere than in a conversation; whatever else stands there was thrown. */
const known = {
  refused: ['auto_reply', 'bulk', 'bounce', 'our_own', 'no_sender'],
  quarantined: ['not_mail', 'too_many_parts', 'too_deep'],
};

type Kept = {
  sha256: string;
  state: keyof typeof known | 'understood' | 'waiting';
  error: string | null;
  tries: number;
  number: number | null;
  messages: number;
};

describe.skipIf(lacking !== null)('spoilt letters in a mailbox', () => {
  let world: World;
  let dovecot: Dovecot;
  let me: SignedIn;
  let watch: { stop: () => Promise<void> } | undefined;
  beforeAll(async () => {
    [world, dovecot] = await Promise.all([createWorld(), startDovecot()]);
    me = await signedIn(world);
    const server = { host: '127.0.0.1', security: 'none' as const };
    const made = await world.via(api)(
      'POST /api/channels',
      {
        name: 'Поддержка',
        imapHost: server.host,
        imapPort: dovecot.port,
        imapSecurity: server.security,
        imapUser: 'support',
        imapPassword: dovecot.password,
        imapFolder: 'INBOX',
        smtpHost: server.host,
        smtpPort: 1,
        smtpSecurity: server.security,
        smtpUser: 'support',
        smtpPassword: 'x',
        fromName: 'Берег',
        fromAddress: 'support@bereg.example',
      },
      me.as,
    );
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    watch = world.watch('channels.mailboxes');
    await vi.waitFor(async () => {
      const row = await world.ctx.db.selectFrom('channels').select('place').executeTakeFirst();
      if (!('lastUid' in ((row?.place ?? {}) as object))) throw new Error('not read yet');
    }, 20_000);
  });
  afterAll(async () => {
    await watch?.stop();
    await dovecot.stop();
    await world.close();
  });

  const keptSince = async (id: number): Promise<Kept[]> => {
    const { rows } = await sql<Kept>`
      select r.sha256, r.state, r.error, r.tries, r.request_number as number,
             (select count(*)::int from messages m where m.raw_message_id = r.id) as messages
      from   raw_messages r join files f on f.id = r.file_id and f.sha256 = r.sha256
      where  r.id > ${id} and r.channel = 'email' order by r.id`.execute(world.ctx.db);
    return rows;
  };

  /** Brings letters and lets all be understood. @returns what is kept of each */
  async function bring(letters: readonly Buffer[], seen: Set<string>): Promise<Kept[]> {
    const { rows } = await sql<{ last: number }>`
      select coalesce(max(id), 0) as last from raw_messages`.execute(world.ctx.db);
    const before = rows[0]?.last ?? 0;
    const fresh = new Set(letters.map(sumOnTheWire).filter((sum) => !seen.has(sum)));
    for (const letter of letters) await dovecot.deliver('support', letter);
    await vi.waitFor(async () => {
      expect((await keptSince(before)).length).toBe(fresh.size);
    }, 60_000);
    for (const sum of fresh) seen.add(sum);
    // Many are of one sender; two hours later nobody writes too much.
    world.clock.advance({ seconds: 7200 });
    await world.tick('channels.take_up');
    const kept = await keptSince(before);
    expect(kept.map(({ sha256 }) => sha256).toSorted()).toEqual([...fresh].toSorted());
    return kept;
  }

  test('a letter to very many does not hold up those behind it', async () => {
    const names = Array.from({ length: 20_000 }, (_, at) => `я <${at}@b.example>`).join(',\n ');
    const plain = 'From: olga@home.example\nSubject: Router\n\nНе работает';
    const crowd = `From: mass@b.example\nTo: ${names}\nSubject: Всем\n\nРассылка`;
    const kept = await bring(
      [crowd, plain].map((text) => Buffer.from(text)),
      new Set(),
    );
    expect(kept.map(({ state }) => state)).toEqual(['understood', 'understood']);
  });

  test(`every one is understood, refused or set aside, and none is lost (seed ${SEED})`, async () => {
    const seen = new Set<string>();
    const ends = { understood: 0, refused: 0, quarantined: 0, waiting: 0 };
    for (let batch = 0; batch < batches; batch += 1) {
      const seed = SEED + batch;
      const letters = fc.sample(mutated, { seed, numRuns: AT_ONCE });
      for (const { state, error, tries, number, messages } of await bring(letters, seen)) {
        ends[state] += 1;
        const why = state === 'refused' || state === 'quarantined' ? known[state] : [null];
        expect(why, `seed ${seed}: ${state} after ${tries} tries`).toContain(error);
        expect(messages, `seed ${seed}: ${state} as ${number}`).toBe(number === null ? 0 : 1);
      }
    }
    expect(ends.waiting).toBe(0);
    expect(ends.understood + ends.refused + ends.quarantined).toBe(seen.size);
    for (const count of [ends.understood, ends.refused, ends.quarantined]) {
      expect(count).toBeGreaterThan(0);
    }
    const [channel] = (await world.via(api)('GET /api/channels', {}, me.as)).body.rows;
    const { stored, lost, waiting, shown, noted, refused, quarantined } = channel?.today ?? {};
    expect(stored).toBeGreaterThan(0);
    expect([lost, waiting]).toEqual([0, 0]);
    expect(stored).toBe((shown ?? 0) + (noted ?? 0) + (refused ?? 0) + (quarantined ?? 0));
  });
});

/** As the letter comes over the wire: every line ends in both signs, and no byte is zero. */
function sumOnTheWire(letter: Buffer): string {
  const text = letter.toString('latin1').replaceAll(/\r?\n/g, '\r\n').replaceAll('\0', '\x80');
  return createHash('sha256').update(Buffer.from(text, 'latin1')).digest('hex');
}
