import { defineApi, defineErrors } from '../kernel/api/define.ts';

export const api = { ...defineApi({}) };

export const errors = defineErrors({});
