import { useState, type FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../../words/words';
import { faultWords } from '../../words/refusals';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import { can } from '../../api/acts';
import type { Deadline } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Button } from '../../elements/button';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { Chips, TextArea } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';

const CHANGES = ['pause', 'resume', 'waive', 'approveWaiver'] as const;
type Change = (typeof CHANGES)[number];
const NEEDS_REASON: readonly Change[] = ['pause', 'waive'];

const changesOf = (deadline: Deadline): Change[] =>
  CHANGES.filter((change) => can(deadline.availableActs, `deadline.${change}`));

/** Stops a clock, lets it run again, or asks that nothing more is owed; the law's own clocks offer none of it. */
export function ChangeDeadline({ deadline, refreshes }: { deadline: Deadline; refreshes: string[] }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const changes = changesOf(deadline);
  if (changes.length === 0) return null;
  const waits = changes.includes('approveWaiver');
  return (
    <>
      <Button kind={waits ? 'plain' : 'quiet'} onClick={() => setOpen(true)}>
        {t(waits ? 'deadline.checkWaiver' : 'deadline.change')}
        <span className="hidden">: {deadline.action}</span>
      </Button>
      {open && (
        <ChangeDialog
          deadline={deadline}
          changes={changes}
          refreshes={refreshes}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface Props {
  deadline: Deadline;
  changes: Change[];
  refreshes: string[];
  onClose: () => void;
}

function ChangeDialog({ deadline, changes, refreshes, onClose }: Props) {
  const t = useWords();
  const locale = useLocale();
  // Whoever opens it to check a waiver sees first who asks and why.
  const [chosen, setChosen] = useState<Change | ''>(
    changes.includes('approveWaiver') ? 'approveWaiver' : changes.length === 1 ? changes[0]! : '',
  );
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = useAttempt(
    ({ change, why }: { change: Change; why: string }, key) =>
      answer(sendChange(change, deadline.id, why, key)),
    { refreshes, done: onClose },
  );
  const needsReason = chosen !== '' && NEEDS_REASON.includes(chosen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (chosen && (!needsReason || reason.trim())) void save.run({ change: chosen, why: reason.trim() });
  };
  const fault = save.problem?.faults.find(({ pointer }) => pointer === '/reason');
  return (
    <Dialog title={t('deadline.changeTitle')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p>
          <b>{deadline.action}</b>
          <br />
          <span className="soft">
            {deadline.owes.words} · {deadline.dueAt ? dayAndTime(deadline.dueAt, locale) : t('due.none')}
          </span>
        </p>
        <Chips
          label={t('deadline.changeWhat')}
          value={chosen}
          onChange={(value) => setChosen(value as Change)}
          options={changes.map((change) => ({ value: change, label: t(`deadline.act.${change}`) }))}
          fault={tried && !chosen ? t('fault.required') : undefined}
        />
        {chosen && <p className="soft">{t(`deadline.act.${chosen}More`)}</p>}
        {chosen === 'approveWaiver' && <ProposedWaiver id={deadline.id} />}
        {needsReason && (
          <TextArea
            label={t('deadline.changeWhy')}
            hint={t('deadline.changeWhyHint')}
            value={reason}
            maxLength={2000}
            onChange={(event) => setReason(event.target.value)}
            fault={tried && !reason.trim() ? t('fault.required') : fault ? faultWords(fault, t) : undefined}
          />
        )}
        <RefusalNote problem={save.problem} focus />
        <DialogFoot
          onCancel={onClose}
          busy={save.busy}
          save={chosen ? t(`deadline.act.${chosen}`) : t('act.save')}
        />
      </form>
    </Dialog>
  );
}

/** Who asks for it and why: without that, a second pair of eyes has looked at nothing. */
function ProposedWaiver({ id }: { id: string }) {
  const t = useWords();
  const locale = useLocale();
  const proposal = useQuery({
    queryKey: ['waiver', id],
    queryFn: () => answer(api.GET('/api/deadlines/{id}/waiver', { params: { path: { id } } })),
    gcTime: 0,
  });
  if (proposal.isPending) return <p className="soft">{t('state.loading')}</p>;
  if (proposal.isError) return <p role="alert">{t('state.failed')}</p>;
  const { proposedByName, proposedAt, reason } = proposal.data;
  return (
    <div>
      <p className="soft">
        {proposedByName} · {dayAndTime(proposedAt, locale)}
      </p>
      {reason && <blockquote>{reason}</blockquote>}
    </div>
  );
}

function sendChange(change: Change, id: string, reason: string, key: string) {
  const to = { params: { path: { id } }, headers: withKey(key) };
  switch (change) {
    case 'pause':
      return api.POST('/api/deadlines/{id}/pause', { ...to, body: { reason } });
    case 'resume':
      return api.POST('/api/deadlines/{id}/resumption', to);
    case 'waive':
      return api.POST('/api/deadlines/{id}/waiver', { ...to, body: { reason } });
    case 'approveWaiver':
      return api.POST('/api/deadlines/{id}/waiver-approval', to);
  }
}
