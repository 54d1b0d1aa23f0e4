import { describe, expect, test } from 'vitest';
import { requestOf } from './request.ts';

describe('requestOf', () => {
  test.each([
    ['GET /api/x', {}, '/api/x', undefined],
    ['GET /api/x/{id}', { id: 7 }, '/api/x/7', undefined],
    ['GET /api/x/{id}/notes', { id: 7, limit: 5 }, '/api/x/7/notes?limit=5', undefined],
    ['GET /api/x', { a: undefined, b: null, c: false, d: 0 }, '/api/x?c=false&d=0', undefined],
    ['GET /api/x', { q: 'дом & сад' }, '/api/x?q=%D0%B4%D0%BE%D0%BC+%26+%D1%81%D0%B0%D0%B4'],
    ['GET /api/x', { f: { all: [] } }, '/api/x?f=%7B%22all%22%3A%5B%5D%7D', undefined],
    ['GET /api/x', { ids: [1, 2] }, '/api/x?ids=%5B1%2C2%5D', undefined],
    ['DELETE /api/x/{id}', { id: 3, why: 'double' }, '/api/x/3?why=double', undefined],
    ['POST /api/x/{id}', { id: 'a/b', name: 'Б' }, '/api/x/a%2Fb', '{"name":"Б"}'],
    ['PUT /api/x/{id}/y/{key}', { id: 1, key: 'k', v: [1] }, '/api/x/1/y/k', '{"v":[1]}'],
    ['POST /api/x', {}, '/api/x', '{}'],
  ])('%s with %j', (route, input, url, body?: string) => {
    const request = requestOf(route, input);
    expect(request.method).toBe(route.split(' ')[0]);
    expect(request.url).toBe(url);
    expect(request.body).toBe(body);
  });

  test('does not change the input it was given', () => {
    const input = { id: 1, name: 'n' };
    requestOf('POST /api/x/{id}', input);
    expect(input).toEqual({ id: 1, name: 'n' });
  });

  test('a missing path key is a bug and says which', () => {
    expect(() => requestOf('GET /api/x/{id}', {})).toThrow('GET /api/x/{id} needs id');
  });
});
