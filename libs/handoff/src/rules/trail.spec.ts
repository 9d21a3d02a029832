import { expect, it } from '@jest/globals';
import { updateWords, withUpdates } from './trail.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 26, hour));

it('tells an update between the moves, in the status that the referral was in', () => {
  const moves = [
    { at: at(1), act: 'send', toStatus: 'requested' },
    { at: at(2), act: 'accept', toStatus: 'accepted' },
    { at: at(4), act: 'start', toStatus: 'in-progress' },
  ];
  const who = { actorName: 'Dewi', agencyName: 'UPTD PPA' };
  const story = withUpdates(moves, [
    { id: 'a', at: at(2), changes: [{ field: 'risk.level' }, { field: 'summary' }], ...who },
    { id: 'b', at: at(5), changes: [{ field: 'safeContact' }], ...who },
  ]);
  expect(story.map(({ act, toStatus }) => [act, toStatus])).toEqual([
    ['send', 'requested'],
    ['accept', 'accepted'],
    ['update', 'accepted'],
    ['start', 'in-progress'],
    ['update', 'in-progress'],
  ]);
  expect(story[2]).toMatchObject({ fromStatus: 'accepted', fields: ['risk.level', 'summary'], ...who });
  expect(updateWords(['risk.level', 'summary'], 'id')).toBe(
    'Pembaruan dikirim: Tingkat risiko, Ringkasan perlu-tahu',
  );
});
