import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const encoded = { 'content-type': 'application/x-www-form-urlencoded' };
const bodyOf = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();
const filled = { phone: '8 912 345-67-89', name: 'Ольга', consent: 'on', topic: 'connect' };
const valueOf = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

test('the page may stand in a frame of any site, and nothing else of ours may', async () => {
  const page = await world.request({ url: '/form?lang=en&theme=dark' });
  expect(page.headers['content-security-policy']).toContain('frame-ancestors *');
  expect(page.headers['content-security-policy']).not.toContain('unsafe');
  expect(page.headers['x-frame-options']).toBeUndefined();
  expect(page.body).toContain('<html lang="en" data-theme="dark">');
  const other = await world.request({ url: '/healthz' });
  expect(other.headers['content-security-policy']).toContain("frame-ancestors 'none'");
});

test('without a script the form is posted as forms always were, and thanks come back', async () => {
  const empty = await world.request({ url: '/form?lang=ru' });
  world.clock.advance({ seconds: 20 });
  const hidden = { key: valueOf(empty.body, 'key'), shownAt: valueOf(empty.body, 'shownAt') };
  const payload = bodyOf({ ...filled, ...hidden });
  const send = () =>
    world.request({ method: 'POST', url: '/form?lang=ru', headers: encoded, payload });
  const done = await send();
  expect(done.statusCode).toBe(200);
  const number = /Номер обращения: (\d+)/.exec(done.body)?.[1];
  expect(Number(number)).toBeGreaterThan(0);
  expect((await send()).body).toContain(`Номер обращения: ${number}`);
});

test('what was typed stands there again beside what is wrong, and is never markup', async () => {
  const payload = bodyOf({ name: '"><script>alert(1)</script>', phone: '12', consent: 'on' });
  const page = await world.request({
    method: 'POST',
    url: '/form?lang=en',
    headers: encoded,
    payload,
  });
  expect(page.statusCode).toBe(422);
  expect(page.body).toContain('This number cannot be read');
  expect(page.body).toContain('&quot;&gt;&lt;script&gt;alert(1)');
  expect(page.body).not.toContain('<script>alert');
});

test('outside working hours the promise names the day', async () => {
  const week = [{ from: '09:00', to: '18:00' }];
  const closed = { mon: [], tue: week, wed: [], thu: [], fri: [], sat: [], sun: [] };
  await world.ctx.db
    .updateTable('calendars')
    .set({ weekly: JSON.stringify(closed) })
    .execute();
  const page = await world.request({ url: '/form?lang=en' });
  expect(page.body).toMatch(/no later than Tuesday.* March 3.* 09:01/);
});

test('programs may send the form encoded, and pages of other sites may ask first', async () => {
  const api = '/api/public/requests';
  const asked = await world.request({ method: 'OPTIONS', url: api });
  expect(asked.statusCode).toBe(204);
  expect(asked.headers['access-control-allow-headers']).toContain('idempotency-key');
  const sent = await world.request({
    method: 'POST',
    url: api,
    headers: encoded,
    payload: bodyOf({ ...filled, phone: '+79123456711' }),
  });
  expect(sent.statusCode).toBe(202);
  expect(sent.headers['access-control-allow-origin']).toBe('*');
});

test('its style and scripts load from elsewhere', async () => {
  for (const name of ['form.css', 'form.js', 'embed.js']) {
    const file = await world.request({ url: `/form/${name}` });
    expect(file.statusCode).toBe(200);
    expect(file.headers['cross-origin-resource-policy']).toBe('cross-origin');
  }
});
