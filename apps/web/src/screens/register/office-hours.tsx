import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../../words/words';
import { answer, api } from '../../api/client';
import type { OfficeHours } from '../../api/contract';
import { Button } from '../../elements/button';
import { Empty, Loaded } from '../../elements/states';
import { Status, type Tone } from '../../elements/status';
import { sourceWords } from '../../elements/source-words';
import { ImportHours, TakeBackHours } from './hours-dialogs';
import { runsOf, useHoursWords } from './hours-words';

const TONES: Record<string, Tone> = { COMING: 'wait', IN_FORCE: 'done', ENDED: 'plain', REMOVED: 'plain' };
const isPast = ({ state }: OfficeHours): boolean => state === 'ENDED' || state === 'REMOVED';

/** The hours by which working-day limits end: what holds, what comes, and below what has been. */
export function OfficeHoursPanel({ keeps }: { keeps: boolean }) {
  const t = useWords();
  const [importing, setImporting] = useState(false);
  const [taking, setTaking] = useState<OfficeHours>();
  const asked = useQuery({
    queryKey: ['office-hours'],
    queryFn: () => answer(api.GET('/api/office-hours')),
  });
  return (
    <section className="panel" aria-label={t('hours.title')}>
      <div className="hours-head">
        <div>
          <h2>{t('hours.title')}</h2>
          <p className="soft small">{t('hours.lead')}</p>
        </div>
        {keeps && <Button onClick={() => setImporting(true)}>{t('hours.import')}</Button>}
      </div>
      <Loaded asked={asked} rows={3}>
        {({ items }) => {
          const past = items.filter(isPast);
          return (
            <>
              {items.length === 0 && <Empty title={t('hours.none')} />}
              <ul className="hours">
                {items
                  .filter((one) => !isPast(one))
                  .map((one) => (
                    <Period
                      key={one.id}
                      period={one}
                      takeBack={keeps && one.mayBeTakenBack ? () => setTaking(one) : undefined}
                    />
                  ))}
              </ul>
              {past.length > 0 && (
                <details className="hours-past">
                  <summary>{t('hours.older')}</summary>
                  <ul className="hours">
                    {past.map((one) => (
                      <Period key={one.id} period={one} />
                    ))}
                  </ul>
                </details>
              )}
              {importing && <ImportHours known={items} onClose={() => setImporting(false)} />}
              {taking && <TakeBackHours period={taking} onClose={() => setTaking(undefined)} />}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function Period({ period, takeBack }: { period: OfficeHours; takeBack?: () => void }) {
  const t = useWords();
  const locale = useLocale();
  const words = useHoursWords();
  const season = t(`hours.season.${period.season as 'NORMAL'}`);
  return (
    <li>
      <div>
        <b>{season}</b>
        <p className="soft small">
          {words.span(period)} · {words.place(period)}
        </p>
        <Status tone={TONES[period.state] ?? 'plain'}>{t(`hours.state.${period.state as 'COMING'}`)}</Status>
      </div>
      <div>
        <dl className="hours-days">
          {runsOf(period.days).map((run) => (
            <div key={run.from}>
              <dt>{words.days(run)}</dt>
              <dd>
                {words.times(run.day)} <span className="soft small">{words.pause(run.day)}</span>
              </dd>
            </div>
          ))}
        </dl>
        <p className="soft small">{sourceWords(period.basis, locale)}</p>
        {period.removalReason && (
          <p className="small">{t('hours.removedBecause', { reason: period.removalReason })}</p>
        )}
      </div>
      {takeBack && (
        <Button kind="quiet" onClick={takeBack}>
          {t(period.state === 'COMING' ? 'hours.takeBack' : 'hours.end')}
          <span className="hidden">
            {' '}
            {season}, {words.span(period)}
          </span>
        </Button>
      )}
    </li>
  );
}
