import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { answer, api, withKey } from '../api/client';
import { can } from '../api/acts';
import { useAttempt } from '../api/attempt';
import type { Bait, BaitUnit } from '../api/contract';
import { dayAndTime } from '../clock/dates';
import { ActDialog } from '../elements/act-dialog';
import { Button } from '../elements/button';
import { Crumb } from '../elements/crumb';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { Status } from '../elements/status';
import { useLocale, useWords } from '../words/words';
import { LayDialog } from './bait/lay-dialog';
import './bait/bait.css';

/** Files that no duty leads to, and who has read one. Those who keep them see this page, and nobody else. */
export default function Baits() {
  const t = useWords();
  const [laying, setLaying] = useState(false);
  const asked = useQuery({
    queryKey: ['baits'],
    queryFn: () => answer(api.GET('/api/baits')),
    // The question is itself recorded.
    refetchOnWindowFocus: false,
  });
  const units: BaitUnit[] = (asked.data?.units ?? []).filter(({ left }) => left.length > 0);
  return (
    <>
      <Crumb above={[{ to: '/integritas', label: t('nav.integrity') }]} here={t('bait.title')} />
      <div className="head">
        <div>
          <h1>{t('bait.title')}</h1>
          <p>{t('bait.lead')}</p>
        </div>
        {units.length > 0 && (
          <Button kind="pri" onClick={() => setLaying(true)}>
            {t('bait.lay')}
          </Button>
        )}
      </div>
      <StaleBar asked={asked} />
      <Loaded asked={asked} rows={5}>
        {({ items }) => (
          <>
            {units.length === 0 && <p className="note">{t('bait.nobodyLeft')}</p>}
            {items.length === 0 ? (
              <section className="panel">
                <Empty title={t('bait.none')}>
                  <span>{t('bait.noneMore')}</span>
                </Empty>
              </section>
            ) : (
              <ul className="baits">
                {items.map((item) => (
                  <BaitItem key={item.id} item={item} />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      {laying && <LayDialog units={units} onClose={() => setLaying(false)} />}
    </>
  );
}

function BaitItem({ item }: { item: Bait }) {
  const t = useWords();
  const locale = useLocale();
  const [ending, setEnding] = useState(false);
  return (
    <li className="panel" aria-label={item.number}>
      <header>
        <h2>
          {item.number} <span className="soft">{[...item.initials].join('. ')}.</span>
        </h2>
        {item.endedAt ? (
          <Status tone="done">{t('bait.isEnded')}</Status>
        ) : item.readings.length > 0 ? (
          <Status tone="urgent">{t('bait.wasRead', { n: item.readings.length })}</Status>
        ) : (
          <Status tone="run">{t('bait.lies')}</Status>
        )}
      </header>
      <div className="pad stack">
        <p>
          {t('bait.where', {
            unit: item.agencyName,
            owner: item.ownerName,
            readers: item.readerNames.join(', '),
          })}
        </p>
        <p className="soft small">
          {t('bait.laidBy', { name: item.laidByName, at: dayAndTime(item.laidAt, locale) })}
          {item.endedAt && ` ${t('bait.endedAt', { at: dayAndTime(item.endedAt, locale) })}`}
        </p>
        {item.readings.length > 0 && (
          <ul className="bait-readings" aria-label={t('bait.readings')}>
            {item.readings.map((reading, at) => (
              <li key={at}>
                <b>{reading.personName}</b> {reading.words}
                <span className="soft small">
                  {' '}
                  · {reading.agencyName} · {dayAndTime(reading.at, locale)}
                </span>
              </li>
            ))}
          </ul>
        )}
        {can(item.availableActs, 'bait.end') && (
          <div>
            <Button onClick={() => setEnding(true)}>
              {t('bait.end')}
              <span className="hidden">: {item.number}</span>
            </Button>
          </div>
        )}
      </div>
      {ending && <EndDialog item={item} onClose={() => setEnding(false)} />}
    </li>
  );
}

function EndDialog({ item, onClose }: { item: Bait; onClose: () => void }) {
  const t = useWords();
  const attempt = useAttempt(
    (id: string, key) =>
      answer(api.POST('/api/baits/{id}/ending', { params: { path: { id } }, headers: withKey(key) })),
    { refreshes: ['baits'], done: onClose },
  );
  return (
    <ActDialog
      title={t('bait.endTitle', { number: item.number })}
      lead={t('bait.endLead')}
      submit={t('bait.end')}
      attempt={attempt}
      body={() => item.id}
      onClose={onClose}
    >
      {null}
    </ActDialog>
  );
}
