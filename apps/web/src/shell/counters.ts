import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { useSession } from '../api/session';
import { useCalendarGaps } from '../screens/register/calendar-gaps';
import { placesOf } from './places';

/** The red figures of the navigation: overdue or unanswered only. Asked once, kept fresh by the event stream. */
export function useCounters(): {
  overdue: number;
  answer: number;
  late: number;
  unread: number;
  gaps: number;
  toCheck: number;
} {
  const session = useSession();
  const wanted = new Set(placesOf(session).map((place) => place.counter));
  const work = useQuery({
    queryKey: ['worklist'],
    queryFn: () => answer(api.GET('/api/worklist')),
    enabled: wanted.has('overdue'),
  });
  const inbox = useQuery({
    queryKey: ['inbox', 'answer'],
    queryFn: () => answer(api.GET('/api/inbox', { params: { query: { tab: 'answer' } } })),
    enabled: wanted.has('answer'),
  });
  const late = useQuery({
    queryKey: ['board'],
    queryFn: () => answer(api.GET('/api/worklist/overdue-board')),
    enabled: wanted.has('late'),
  });
  // Shown in the navigation of those who keep the calendar: what waits for them.
  const gaps = useCalendarGaps(wanted.has('gaps'));
  // Only those who keep it have the place: what is theirs to look at again.
  const directory = useQuery({
    queryKey: ['directory', 'to-check'],
    queryFn: () =>
      answer(
        api.GET('/api/directory/agencies', {
          params: { query: { state: 'STALE' } as unknown as { q: string } },
        }),
      ),
    enabled: wanted.has('toCheck'),
    staleTime: 300_000,
  });
  const notices = useQuery({
    queryKey: ['notifications', 'unread'],
    queryFn: () => answer(api.GET('/api/notifications', { params: { query: { unread: 'true' } } })),
  });
  return {
    overdue: work.data?.counters.overdue ?? 0,
    answer: inbox.data?.counts?.answer ?? inbox.data?.items.length ?? 0,
    late: late.data?.total ?? 0,
    unread: notices.data?.unread ?? 0,
    gaps: gaps.length,
    toCheck: directory.data?.toCheck ?? 0,
  };
}
