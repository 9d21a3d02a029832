import { useState, type FormEvent } from 'react';
import { useWords } from '../../words/words';
import { faultWords } from '../../words/refusals';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { Holiday, HolidayImport, NewHoliday } from '../../api/contract';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { Chips, TextArea, TextInput } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';

const KINDS = ['NATIONAL', 'COLLECTIVE_LEAVE', 'LOCAL'] as const;

export function AddHoliday({ onClose }: { onClose: () => void }) {
  const t = useWords();
  const [form, setForm] = useState({ date: '', kind: 'LOCAL', regionCode: '16.74', name: '', basis: '' });
  const save = useAttempt(
    (body: NewHoliday, key) => answer(api.POST('/api/holidays', { body, headers: withKey(key) })),
    { refreshes: ['holidays'], done: onClose },
  );
  const fault = (pointer: string) => {
    const found = save.problem?.faults.find((one) => one.pointer === pointer);
    return found && faultWords(found, t);
  };
  const text = (name: 'date' | 'regionCode' | 'name' | 'basis') => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
    fault: fault(`/${name}`),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { regionCode, kind, ...rest } = form;
    const everywhere = kind === 'NATIONAL' || regionCode.trim() === '';
    void save.run({
      ...rest,
      kind: kind as NewHoliday['kind'],
      ...(!everywhere && { regionCode: regionCode.trim() }),
    });
  };
  return (
    <Dialog title={t('calendar.add')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="soft">{t('calendar.addMore')}</p>
        <TextInput type="date" label={t('calendar.date')} {...text('date')} />
        <Chips
          label={t('calendar.kind')}
          value={form.kind}
          onChange={(kind) => setForm({ ...form, kind })}
          options={KINDS.map((kind) => ({ value: kind, label: t(`calendar.kind.${kind}`) }))}
          fault={fault('/kind')}
        />
        {form.kind !== 'NATIONAL' && (
          <TextInput label={t('calendar.region')} hint={t('calendar.regionHint')} {...text('regionCode')} />
        )}
        <TextInput label={t('calendar.name')} {...text('name')} />
        <TextInput label={t('calendar.basis')} hint={t('calendar.basisHint')} {...text('basis')} />
        <RefusalNote problem={save.problem} />
        <DialogFoot onCancel={onClose} busy={save.busy} save={t('calendar.add')} />
      </form>
    </Dialog>
  );
}

export function RemoveHoliday({ holiday, onClose }: { holiday: Holiday; onClose: () => void }) {
  const t = useWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = useAttempt(
    (body: { reason: string }, key) =>
      answer(
        api.POST('/api/holidays/{id}/removal', {
          params: { path: { id: holiday.id } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['holidays'], done: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim()) void save.run({ reason: reason.trim() });
  };
  return (
    <Dialog title={t('calendar.removeTitle', { name: holiday.name })} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="soft">{t('calendar.removeMore')}</p>
        <TextArea
          label={t('rule.reason')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
          fault={tried && !reason.trim() ? t('fault.required') : undefined}
        />
        <RefusalNote problem={save.problem} />
        <DialogFoot onCancel={onClose} busy={save.busy} save={t('calendar.remove')} />
      </form>
    </Dialog>
  );
}

/** A year's list: first looked at, each wrong cell named by line and column, then taken whole or not at all. */
export function ImportHolidays({ onClose }: { onClose: () => void }) {
  const t = useWords();
  const [csv, setCsv] = useState('');
  const [tried, setTried] = useState<HolidayImport>();
  const run = useAttempt(
    (body: { csv: string; commit: boolean }, key) =>
      answer(api.POST('/api/holiday-imports', { body, headers: withKey(key) })),
    {
      refreshes: ['holidays'],
      done: (result) => (result.committed ? onClose() : setTried(result)),
    },
  );
  const change = (text: string) => {
    setCsv(text);
    setTried(undefined);
  };
  const ready = tried !== undefined && tried.faults.length === 0 && tried.added.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (csv.trim()) void run.run({ csv, commit: ready });
  };
  return (
    <Dialog title={t('calendar.import')} wide onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="soft">{t('calendar.importMore')}</p>
        <pre className="sample">
          {'tanggal;jenis;nama;dasar;wilayah\n01/01/2027;NASIONAL;Tahun Baru 2027;SKB …;'}
        </pre>
        <TextInput
          type="file"
          accept=".csv,text/csv,text/plain"
          label={t('calendar.file')}
          onChange={(event) => void event.target.files?.[0]?.text().then(change)}
        />
        <TextArea
          label={t('calendar.paste')}
          rows={6}
          value={csv}
          spellCheck={false}
          onChange={(event) => change(event.target.value)}
        />
        {tried && <Outcome tried={tried} />}
        <RefusalNote problem={run.problem} />
        <DialogFoot
          onCancel={onClose}
          busy={run.busy}
          save={ready ? t('calendar.take', { n: tried.added.length }) : t('calendar.try')}
        />
      </form>
    </Dialog>
  );
}

function Outcome({ tried }: { tried: HolidayImport }) {
  const t = useWords();
  return (
    <div className={`note ${tried.faults.length > 0 ? 'warn' : 'info'}`} role="status">
      <div>
        <p>
          {t('calendar.tried', {
            added: tried.added.length,
            known: tried.alreadyKnown.length,
            faults: tried.faults.length,
          })}
        </p>
        {tried.faults.length > 0 && (
          <ul>
            {tried.faults.map((fault) => (
              <li key={`${fault.line} ${fault.column}`}>
                {t('calendar.cell', { line: fault.line, column: fault.column })}: {faultWords(fault, t)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
