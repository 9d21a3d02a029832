import { describe, expect, it } from '@jest/globals';
import { POLICY } from './policy.js';
import type { RouteLine } from './rules/read-policy.js';

/** What hangs on a case, or is a report before there is one. */
const OF_A_CASE =
  /^(?:case|cases|report|reports|person|screening|consent|closing|referral|referrals|deadline|deadlines|reply slip)$/;
const LINES = POLICY.routes.filter(({ object, relations }) => OF_A_CASE.test(object) && relations.length > 0);

/** On which acts a relation may stand at all: each is there for one purpose. `team` and `unit` are the case's own people. */
const FOR: Record<string, RegExp> = {
  emergency: /^case\.(?:read|reveal|note)$/,
  guard: /^(?:integrity|seal|conflict|sight)\./,
  missed: /^(?:worklist\.read|board\.read|deadline\.(?:read|acknowledge))$/,
  office: /^(?:report\.\w+|worklist\.read|deadline\.(?:read|acknowledge))$/,
  receiver:
    /^(?:inbox\.read|worklist\.read|deadline\.(?:read|acknowledge)|referral\.(?:read|acknowledge|ask|accept|reject|start|report|complete|fail)|conference\.(?:invited|reply)|appointment\.(?:set|arrange|move|cancel|attend|miss))$/,
  own: /^report\.(?:list|read|reveal)$/,
};
/** What brings a role to a thing of a case; whoever is not named here works on cases. */
const BY: Record<string, string[]> = {
  AO: ['receiver'],
  AH: ['receiver'],
  DH: ['missed'],
  IO: ['guard'],
  PL: [],
  LO: [],
  DO: [],
  AU: [],
  AD: [],
  MC: [],
};
/** A psychologist reads, opens a name, notes and says what she knows; she changes no case and sends nothing. */
const PSYCHOLOGIST = /^(?:case\.(?:reveal|note)|conflict\.note|deadline\.acknowledge)$/;
const isRead = ({ route }: RouteLine): boolean => route.startsWith('GET ');
/** Acts by which one human being agrees to what another proposed; taking one's own back is none. */
const agrees = ({ act, route }: RouteLine): boolean =>
  /\.approve\w*$|\.decide\w*$|^conflict\.lift$/.test(act) && !/^GET |withdrawal$/.test(route);
const opensNames = ({ act }: RouteLine): boolean => act.endsWith('.reveal');

/** What is looser on this line than the house may ever be. */
function tooLoose(line: RouteLine): string[] {
  const { act, relations, roles, conditions } = line;
  const needs = [
    'sealed',
    ...(opensNames(line) ? ['purpose', 'step-up'] : []),
    ...(agrees(line) ? ['two', 'step-up'] : []),
  ];
  return [
    ...relations.filter((relation) => FOR[relation] && !FOR[relation].test(act)),
    ...roles.filter((role) => BY[role] && !BY[role].some((relation) => relations.includes(relation))),
    ...roles.filter((role) => role === 'PS' && !isRead(line) && !PSYCHOLOGIST.test(act)),
    ...needs.filter((condition) => !conditions.includes(condition)),
  ];
}

/**
 * The page is the truth, and a looser page would be a looser truth that every other test believes. So what it may never say is
 * written a second time, in the other direction.
 */
describe('a looser policy', () => {
  it('is none that we have', () => {
    expect(
      LINES.map((line) => [line.route, tooLoose(line)]).filter(([, faults]) => faults!.length > 0),
    ).toEqual([]);
  });

  it.each([...Object.keys(FOR)])('would be seen where it names "%s" on one line more', (relation) => {
    const unseen = LINES.filter(
      (line) =>
        !line.relations.includes(relation) &&
        tooLoose({ ...line, relations: [...line.relations, relation] }).length === 0,
    );
    expect(unseen.map(({ route }) => route)).toEqual([]);
  });

  it.each([...Object.keys(BY), 'PS'])('would be seen where it names %s on one line more', (role) => {
    const unseen = LINES.filter(
      (line) =>
        !line.roles.includes(role) &&
        !(role === 'PS' && isRead(line)) &&
        tooLoose({ ...line, roles: [...line.roles, role] }).length === 0,
    );
    expect(unseen.map(({ route }) => route)).toEqual([]);
  });

  it('would be seen where a name is opened without a reason or a proof, or one person agrees alone', () => {
    const without = (line: RouteLine, word: string): RouteLine => ({
      ...line,
      conditions: line.conditions.filter((each) => each !== word),
    });
    const robbed = LINES.flatMap((line) => [
      without(line, 'sealed'),
      ...(opensNames(line) ? [without(line, 'purpose'), without(line, 'step-up')] : []),
      ...(agrees(line) ? [without(line, 'two'), without(line, 'step-up')] : []),
    ]);
    expect(robbed.length).toBeGreaterThan(LINES.length + 10);
    expect(robbed.filter((line) => tooLoose(line).length === 0).map(({ route }) => route)).toEqual([]);
  });
});
