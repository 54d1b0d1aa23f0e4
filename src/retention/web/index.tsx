import { defineWeb } from '../../ui/web.ts';

export const web = defineWeb({
  domain: 'retention',
  nav: [],
  routes: [],
  commands: [],
  fills: [],
});
