import { connectAll, type Counterparts } from './counterparts.ts';
import { type Installed, installed } from '../killed-program.ts';
import { type Hired, hire } from './people.ts';

/** An installation that can be killed, those who work at it, and whom it speaks with. */
export type Shift = {
  installation: Installed;
  hired: Hired;
  them: Counterparts;
  close: () => Promise<void>;
};

export async function openShift(): Promise<Shift> {
  // Who sends the form says by the proxy's header where from: one address may not send many.
  const installation = await installed('shift', { BEREG_TRUST_PROXY: 'on' });
  const hired = await hire(installation);
  const them = await connectAll(installation, hired.boss.as);
  return {
    installation,
    hired,
    them,
    close: async () => {
      await installation.close();
      await them.stop();
    },
  };
}
