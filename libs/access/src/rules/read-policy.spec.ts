import { describe, expect, it } from '@jest/globals';
import { readPolicy } from './read-policy.js';

const HEAD =
  '| route | act | object | answer | roles | relation | conditions |\n|---|---|---|---|---|---|---|';
const LINE = '| GET /cases/{id} | case.read | case | CaseView | everyone SV | team unit | sealed |';
const FIELDS = '| CaseView | id team:MemberView |\n| MemberView | name |';

const file = (routes = LINE, fields = FIELDS, roles = '| SV | supervisor | Kepala | x |'): string => `
## Roles
| code | role | Indonesian | what for |
|---|---|---|---|
| CW | case_worker | Pendamping | x |
| MC | machine_client | Sistem | x |
${roles}
## Relations
| relation | Indonesian | holds when |
|---|---|---|
| team | tim | x |
| unit | unit | x |
## Conditions
| condition | Indonesian | says |
|---|---|---|
| sealed | disegel | x |
## Open
| route | reason |
|---|---|
| POST /sessions | nobody is signed in yet |
## Pages
| address | serves |
|---|---|
| /* | the page |
## Routes
Any words may stand here.
${HEAD}
${routes}
## Fields
| answer | fields |
|---|---|
${fields}
`;

describe('the policy file', () => {
  it('is read by its headings, whatever stands between', () => {
    const policy = readPolicy(file(LINE.replace('everyone SV', 'everyone')));
    expect(policy.routes).toEqual([
      {
        route: 'GET /cases/{id}',
        act: 'case.read',
        object: 'case',
        answer: 'CaseView',
        roles: ['CW', 'SV'],
        relations: ['team', 'unit'],
        conditions: ['sealed'],
      },
    ]);
    expect([...policy.fields.get('CaseView')!]).toEqual([
      ['id', null],
      ['team', 'MemberView'],
    ]);
  });

  const only = LINE.replace('everyone SV', 'SV');
  it.each([
    ['a role that nobody knows', file(only.replace('SV', 'SX')), /nobody knows "SX"/],
    ['a relation that nobody knows', file(only.replace('team', 'friend')), /nobody knows "friend"/],
    ['a condition that nobody knows', file(only.replace('sealed', 'seeled')), /nobody knows "seeled"/],
    ['a field said twice', file(only, `${FIELDS.replace('| id', '| id id')}`), /"id" is said twice/],
    ['a route said twice', file(`${only}\n${only}`), /said twice/],
    ['a route that is also open', file(only.replace('GET /cases/{id}', 'POST /sessions')), /said twice/],
    ['a role said twice', file(only, FIELDS, '| CW | supervisor | x | x |'), /said twice/],
    ['a cell too few', file(only.replace(' | sealed', '')), /7 columns/],
    ['an empty cell', file(only.replace('| sealed', '| ')), /7 columns/],
    ['a line without a role', file(only.replace('SV', '-')), /no role/],
    ['a strange method', file(only.replace('GET', 'HEAD')), /no route/],
    ['a column under another name', file(only).replace('| conditions |', '| when |'), /columns are/],
    ['a table that is gone', file(only).replace('## Conditions', '## Terms'), /"Conditions" is missing/],
    [
      'one act with different roles',
      file(`${only}\n${only.replace('{id}', '{id}/notes').replace('SV', 'CW')}`),
      /one act \(case.read\) with different roles/,
    ],
  ])('with %s is refused by name', (_, text, why) => {
    expect(() => readPolicy(text)).toThrow(why);
  });
});
