import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/words';
import { answer, api } from '../../api/client';
import { useSession } from '../../api/session';
import type { CalendarGap } from '../../api/contract';
import { Go } from '../../elements/go';
import { IconAlertTriangle } from '../../elements/icons';

/** Lists that should be in the calendar by now and are not. */
export function useCalendarGaps(wanted = true): readonly CalendarGap[] {
  const asked = useQuery({
    queryKey: ['calendar-gaps'],
    queryFn: () => answer(api.GET('/api/calendar-gaps')),
    enabled: wanted,
  });
  return asked.data?.items ?? [];
}

/** Next year's holidays or Ramadan hours are missing: what that means, and who mends it. Nothing while all is there. */
export function CalendarGaps({ here = false }: { here?: boolean }) {
  const t = useWords();
  const keeps = useSession().permissions.includes('calendar.edit');
  const gaps = useCalendarGaps();
  return gaps.map(({ what, year }) => (
    <div key={what} className="note warn calendar-gap" role="status">
      <IconAlertTriangle size={18} aria-hidden="true" />
      <div>
        {t(what === 'HOLIDAYS' ? 'calendar.missing' : 'calendar.missingHours', { year })}{' '}
        {!keeps && t('calendar.keepersMend')}
        {keeps && !here && <Go to="/kalender">{t('calendar.mend')}</Go>}
      </div>
    </div>
  ));
}
