import { startup } from '../kernel/runtime/startup.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { greetWithDemo } from './greet-with-demo.ts';

export const wiring = defineWiring({
  domain: 'demo',
  fills: [fill(startup, { role: 'web', run: greetWithDemo })],
});
