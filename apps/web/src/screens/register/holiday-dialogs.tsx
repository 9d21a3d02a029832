import { useState, type FormEvent } from 'react';
import { useWords } from '../../words/words';
import { faultWords } from '../../words/refusals';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { Holiday, NewHoliday } from '../../api/contract';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { Chips, TextArea, TextInput } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';
import { ImportDialog } from './import-dialog';

const KINDS = ['NATIONAL', 'COLLECTIVE_LEAVE', 'LOCAL'] as const;

export function AddHoliday({ onClose }: { onClose: () => void }) {
  const t = useWords();
  const [form, setForm] = useState({ date: '', kind: 'LOCAL', regionCode: '16.74', name: '', basis: '' });
  const save = useAttempt(
    (body: NewHoliday, key) => answer(api.POST('/api/holidays', { body, headers: withKey(key) })),
    { refreshes: ['holidays', 'calendar-gaps'], done: onClose },
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
    { refreshes: ['holidays', 'calendar-gaps'], done: onClose },
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

/** A year's list, usually next year's decree. */
export function ImportHolidays({ onClose }: { onClose: () => void }) {
  const t = useWords();
  return (
    <ImportDialog
      words={{
        title: t('calendar.import'),
        more: t('calendar.importMore'),
        take: (n) => t('calendar.take', { n }),
        tried: (counts) => t('calendar.tried', counts),
      }}
      example={'tanggal;jenis;nama;dasar;wilayah\n01/01/2027;NASIONAL;Tahun Baru 2027;SKB …;'}
      post={(body, key) => answer(api.POST('/api/holiday-imports', { body, headers: withKey(key) }))}
      onClose={onClose}
    />
  );
}
