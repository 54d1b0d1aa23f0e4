import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { dovecotLacking } from '../src/testing/mail/dovecot.ts';
import { patienceMs, runs } from '../src/testing/proof.ts';
import type { WithPassword } from '../src/testing/sign-in.ts';
import { openBrowser } from './testing/open-browser.ts';
import { screenOf } from './testing/screen-of.ts';
import { type Told, workShift } from './testing/shift/agent.ts';
import { type Arrival, arrivals, deliver } from './testing/shift/arrivals.ts';
import { openShift, type Shift } from './testing/shift/open-shift.ts';
import { handOver } from './testing/shift/supervisor.ts';
import { astray, received, standAt, whatBecame } from './testing/shift/what-became.ts';

const lacking = dovecotLacking();
if (lacking) process.stderr.write(`a shift is not tried: ${lacking}\n`);

/** Of all channels by turns. */
const people = runs(9, 240);
const BETWEEN_MS = 250;
vi.setConfig({ testTimeout: patienceMs(600), hookTimeout: patienceMs(120) });

describe.skipIf(lacking !== null)('a shift', () => {
  let browser: Browser;
  let shift: Shift;
  beforeAll(async () => {
    [browser, shift] = await Promise.all([openBrowser(), openShift()]);
  });
  afterAll(async () => {
    await browser.close();
    await shift.close();
  });

  const opened = async (who: WithPassword, path: string): Promise<Page> => {
    const at = { address: shift.installation.address, colorScheme: 'light' } as const;
    const { page } = await screenOf(browser, who, at);
    await page.goto(`${at.address}${path}`);
    return page;
  };

  const once = (isSo: () => Promise<void>): Promise<void> =>
    vi.waitFor(isSo, { timeout: patienceMs(480), interval: 1000 });

  test('all is answered once, though all is killed in the middle', async () => {
    const { installation, hired, them } = shift;
    const { boss, supervisor, agents } = hired;
    const everybody = arrivals(installation.address, them, people);
    const told: Told = { word: 'wait' };
    const board = await opened(supervisor, '/board');
    await board.getByRole('heading', { name: 'Смена' }).first().waitFor();
    const desks = await Promise.all(
      agents.map((agent) => opened(agent, '/conversations?queue=nobody')),
    );
    const work = desks.map((page, at) => workShift(page, `оператор ${at + 1}`, told));
    const bring = async (some: readonly Arrival[]): Promise<void> => {
      for (const [at, one] of some.entries()) {
        await deliver(one, at % 3 === 0);
        await board.waitForTimeout(BETWEEN_MS);
      }
    };

    const stand = () => standAt(installation, boss.as);
    const half = Math.ceil(people / 2);
    const calls = everybody.filter(({ by }) => by === 'call');
    await bring([...calls, ...everybody.slice(0, half).filter(({ by }) => by !== 'call')]);
    await handOver(board, installation.address, 'Агент 1');
    told.word = 'go on';
    await once(async () => expect((await stand()).closed).toBeGreaterThanOrEqual(half / 3));
    await installation.kill();
    const rest = bring(everybody.slice(half).filter(({ by }) => by !== 'call'));
    await installation.start();
    told.word = 'wait';
    await rest;
    await handOver(board, installation.address, 'Агент 2');
    told.word = 'go on';
    await once(async () => expect(await stand()).toMatchObject({ came: people, left: [] }));
    told.word = 'go home';
    await Promise.all(work);

    const became = await whatBecame(installation, boss.as, everybody);
    expect(became.conversations).toBe(people);
    expect(became.wrong).toEqual([]);
    expect(await astray(installation, boss.as)).toEqual([]);
    // Each answer came once; of what nobody knows, once at most.
    const came = await received(shift, everybody);
    const times = (answer: string) => came.filter((text) => text.includes(answer)).length;
    expect(became.sent.filter((answer) => times(answer) !== 1)).toEqual([]);
    expect(became.unknown.filter((answer) => times(answer) > 1)).toEqual([]);
    process.stderr.write(
      `a shift of ${people}: ${became.sent.length} answers, ${became.calls} calls, ` +
        `${became.unknown.length} before a person\n`,
    );
  });
});
