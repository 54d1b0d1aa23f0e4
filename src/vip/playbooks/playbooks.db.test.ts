import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { openVipWorld, type VipWorld } from '../testing/vip-world.ts';

let vip: VipWorld;
beforeAll(async () => {
  vip = await openVipWorld();
  // What happened before a reader's first look is no news to it.
  await vip.world.hear();
});
afterAll(() => vip.world.close());

const dear = { mobile: [300_000] };
const steps = [
  {
    title: 'На его месте',
    owner: 'personal_manager',
    days: 0,
    isEmpathy: true,
    answers: [{ label: 'Понял', next: 1 }],
  },
  {
    title: 'Поговорить',
    owner: 'leader',
    days: 2,
    answers: [
      { label: 'Остаётся', outcome: 'kept' },
      { label: 'Уходит', outcome: 'lost' },
    ],
  },
] as const;
const mutable = () => structuredClone(steps) as never;
const runsOf = async (id: number) =>
  (await vip.call('GET /api/vip/{id}/playbooks', { id })).body.runs;

test('a scenario is walked through by answers, in the version in which it began', async () => {
  const fields = { name: 'Жалоба', steps: mutable() };
  const made = (await vip.call('POST /api/vip-playbooks', fields)).body;
  expect((await vip.call('POST /api/vip-playbooks', fields)).body.code).toBe('vip.name_taken');
  const blind = { ...fields, name: 'Без сочувствия', steps: [steps[1]] as never };
  expect((await vip.call('POST /api/vip-playbooks', blind)).body.code).toBe('vip.no_empathy');
  const { id } = await vip.client({ charged: dear });
  await vip.night();
  const begin = { id, playbookId: made.id };
  const both = await Promise.all([1, 2].map(() => vip.call('POST /api/vip/{id}/playbooks', begin)));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  const { version } = (
    await vip.call('PUT /api/vip-playbooks/{id}', {
      ...made,
      ...fields,
      steps: [steps[0], { ...steps[1], title: 'Другой' }] as never,
    })
  ).body;
  expect(version).toBe(2);
  expect((await vip.call('PUT /api/vip-playbooks/{id}', { ...made, ...fields })).body.code).toBe(
    'vip.changed_meanwhile',
  );
  const [run] = await runsOf(id);
  expect(run).toMatchObject({
    playbookVersion: 1,
    step: { number: 0, isEmpathy: true },
    dueOn: '2026-03-02',
  });
  const at = { id: run!.id, version: 1 };
  await vip.leading(900, {}, 'Ведущая сценарии');
  await vip.night();
  const stranger = await signedIn(vip.world, { permissions: { 'vip.work': 'own' } });
  expect((await vip.call('GET /api/vip/{id}/playbooks', { id }, stranger.as)).status).toBe(404);
  expect((await vip.call('POST /api/vip/{id}/playbooks', begin, stranger.as)).status).toBe(404);
  expect(
    (await vip.call('POST /api/vip-playbook-runs/{id}/answer', { ...at, answer: 0 }, stranger.as))
      .status,
  ).toBe(404);
  expect(
    (
      await vip.call(
        'POST /api/vip-playbook-runs/{id}/end',
        { ...at, outcome: 'lost' },
        stranger.as,
      )
    ).status,
  ).toBe(404);
  expect(
    (await vip.call('POST /api/vip-playbook-runs/{id}/answer', { ...at, answer: 3 })).body.code,
  ).toBe('vip.no_such_answer');
  const next = (
    await vip.call('POST /api/vip-playbook-runs/{id}/answer', {
      ...at,
      answer: 0,
      note: 'Долго чинили',
    })
  ).body;
  expect((await runsOf(id))[0]).toMatchObject({
    step: { title: 'Поговорить' },
    dueOn: '2026-03-04',
  });
  const over = (await vip.call('POST /api/vip-playbook-runs/{id}/answer', { ...next, answer: 0 }))
    .body;
  expect(
    (await vip.call('POST /api/vip-playbook-runs/{id}/answer', { ...over, answer: 0 })).body.code,
  ).toBe('vip.run_over');
  expect((await runsOf(id))[0]).toMatchObject({
    step: null,
    outcome: 'kept',
    deeds: [
      { title: 'На его месте', answer: 'Понял', note: 'Долго чинили' },
      { answer: 'Остаётся' },
    ],
  });
  const { playbooks } = (await vip.call('GET /api/vip-playbooks')).body;
  expect(playbooks.find(({ name }) => name === 'Жалоба')).toMatchObject({
    open: 0,
    outcomes: { kept: 1, lost: 0 },
  });
  const kept = await vip.call('GET /api/vip-playbooks/{id}/versions', { id: made.id });
  expect(kept.body.versions).toMatchObject([
    { version: 2, open: 0, outcomes: { kept: 0 } },
    { version: 1, open: 0, outcomes: { kept: 1 } },
  ]);
  const none = await vip.call('GET /api/vip-playbooks/{id}/versions', { id: 999_999 });
  expect(none.status).toBe(404);
});

test('what begins by itself begins once, and stands on the sheet when a step is due', async () => {
  const { id } = await vip.client({ charged: dear });
  await vip.night();
  await vip.world.hear();
  await vip.world.hear();
  const runs = await runsOf(id);
  expect(runs).toMatchObject([
    { playbook: { name: 'Знакомство с новым VIP' }, dueOn: '2026-03-04' },
  ]);
  vip.world.clock.advance({ seconds: 3 * 86_400 });
  const staffId = (await vip.show(id)).acting?.id ?? 0;
  const { lines } = (await vip.call('GET /api/vip-sheet', { staffId })).body;
  expect(
    lines.find(({ subscriberId, kind }) => subscriberId === id && kind === 'step'),
  ).toMatchObject({
    words: 'Знакомство с новым VIP: Представиться',
  });
  vip.world.clock.advance({ seconds: -3 * 86_400 });
  const [run] = runs;
  expect(
    (
      await vip.call('POST /api/vip-playbook-runs/{id}/end', {
        id: run!.id,
        version: run!.version,
        outcome: 'given_up',
      })
    ).status,
  ).toBe(200);
});
