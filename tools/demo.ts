import { makeDemo } from '../src/demo/index.ts';
import { runCommand } from './command.ts';

/** npm run demo -- --subscribers N [--seed WORD] [--today YYYY-MM-DD]: makes the demo operator. */
await runCommand(
  { subscribers: { type: 'string' }, seed: { type: 'string' }, today: { type: 'string' } },
  async ({ ctx, options, say }) => {
    const subscribers = Number(options['subscribers'] ?? 3000);
    if (!Number.isInteger(subscribers) || subscribers < 1) {
      throw new Error('--subscribers takes a whole number from 1 on');
    }
    const { seed, today } = options;
    const plan = {
      subscribers,
      ...(typeof seed === 'string' && { seed }),
      ...(typeof today === 'string' && { today: new Date(`${today}T12:00:00Z`) }),
    };
    const done = await makeDemo(ctx, plan, ({ subscribers: made, of, rows, seconds }) => {
      if (made % 50_000 === 0 || made === of) {
        say(
          `${made} of ${of} subscribers, ` +
            `${Math.round(rows / seconds)} rows/s, ${Math.round(seconds)} s`,
        );
      }
    });
    say(
      `${done.rows} rows in ${Math.round(done.seconds)} s: ` +
        `${Math.round(done.rows / done.seconds)} rows/s`,
    );
  },
);
