import { useState, type FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/words';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { OfficeHours } from '../../api/contract';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { TextArea } from '../../elements/fields';
import { Loaded, RefusalNote } from '../../elements/states';
import { Effect } from './effect';
import { runsOf, useHoursWords } from './hours-words';
import { ImportDialog } from './import-dialog';

const HEADING =
  'musim;hari;buka;istirahat_mulai;istirahat_selesai;tutup;berlaku_dari;berlaku_sampai;dasar;wilayah';
const EXAMPLE = `${HEADING}\nRAMADAN;SENIN-KAMIS;08.00;12.00;12.30;15.00;08/02/2027;09/03/2027;SE …;`;
const WEEKDAYS = ['SENIN', 'SELASA', 'RABU', 'KAMIS', 'JUMAT', 'SABTU', 'MINGGU'];

export function ImportHours({ known, onClose }: { known: readonly OfficeHours[]; onClose: () => void }) {
  const t = useWords();
  const last = known.find(({ season, state }) => season === 'RAMADAN' && state !== 'REMOVED');
  return (
    <ImportDialog
      words={{
        title: t('hours.import'),
        more: t('hours.importMore'),
        take: (n) => t('hours.take', { n }),
        tried: (counts) => t('hours.tried', counts),
      }}
      example={EXAMPLE}
      sample={last && { label: t('hours.sample'), csv: sampleOf(last) }}
      post={(body, key) => answer(api.POST('/api/office-hours-imports', { body, headers: withKey(key) }))}
      onClose={onClose}
    />
  );
}

/** The last Ramadan's hours; dates and basis are left to the person: nobody's guess may slip in unread. */
function sampleOf({ season, days, regionCode }: OfficeHours): string {
  const lines = runsOf(days)
    .filter(({ day }) => day.opensAt !== null)
    .map(({ from, to, day }) => {
      const weekdays = from === to ? WEEKDAYS[from - 1] : `${WEEKDAYS[from - 1]}-${WEEKDAYS[to - 1]}`;
      const times = [day.opensAt, day.breakStart, day.breakEnd, day.closesAt].map((time) =>
        (time ?? '').replace(':', '.'),
      );
      return [season, weekdays, ...times, '', '', '', regionCode ?? ''].join(';');
    });
  return [HEADING, ...lines].join('\n');
}

/** Takes hours back, or ends them with this day; what that does to open deadlines stands above the button. */
export function TakeBackHours({ period, onClose }: { period: OfficeHours; onClose: () => void }) {
  const t = useWords();
  const words = useHoursWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const path = { id: period.id };
  const effect = useQuery({
    queryKey: ['office-hours', period.id, 'effect'],
    queryFn: () => answer(api.GET('/api/office-hours/{id}/removal-effect', { params: { path } })),
  });
  const save = useAttempt(
    (body: { reason: string }, key) =>
      answer(api.POST('/api/office-hours/{id}/removal', { params: { path }, body, headers: withKey(key) })),
    { refreshes: ['office-hours', 'calendar-gaps'], done: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim()) void save.run({ reason: reason.trim() });
  };
  const coming = period.state === 'COMING';
  const name = `${t(`hours.season.${period.season as 'NORMAL'}`)}, ${words.span(period)}`;
  return (
    <Dialog title={t('hours.takeBackTitle', { name })} wide onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="soft">{t(coming ? 'hours.takeBackMore' : 'hours.endMore')}</p>
        <Loaded asked={effect} rows={2}>
          {(found) => <Effect effect={found} none="calendar.effect.none" />}
        </Loaded>
        <TextArea
          label={t('rule.reason')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
          fault={tried && !reason.trim() ? t('fault.required') : undefined}
        />
        <RefusalNote problem={save.problem} />
        <DialogFoot onCancel={onClose} busy={save.busy} save={t(coming ? 'hours.takeBack' : 'hours.end')} />
      </form>
    </Dialog>
  );
}
