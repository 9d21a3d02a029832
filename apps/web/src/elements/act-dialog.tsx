import type { FormEvent, ReactNode } from 'react';
import type { Attempt } from '../api/attempt';
import { faultOf } from '../api/faults';
import type { FieldFault } from '../api/problem';
import { faultWords } from '../words/refusals';
import { useWords } from '../words/words';
import { Dialog } from './dialog';
import { DialogFoot } from './dialog-foot';
import { RefusalNote } from './states';

/** The frame of every act that needs words: what was typed survives a lock and a failed try. */
export function ActDialog<Body, Output>({
  title,
  lead,
  submit,
  attempt,
  body,
  onClose,
  children,
}: {
  title: string;
  /** What follows from the act, where that is not plain. */
  lead?: string;
  submit: string;
  attempt: Attempt<Body, Output>;
  /** Undefined while something is missing; the form then shows what. */
  body: () => Body | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const ready = body();
    if (ready !== undefined) void attempt.run(ready);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={onSubmit} noValidate>
        {lead && <p className="soft">{lead}</p>}
        {children}
        <RefusalNote problem={attempt.problem} />
        <DialogFoot onCancel={onClose} busy={attempt.busy} save={submit} />
      </form>
    </Dialog>
  );
}

/** The words of a field's fault in the answer to the last try. */
export function useFault(attempt: { problem?: { faults: FieldFault[] } }) {
  const t = useWords();
  return (pointer: string) => {
    const found = faultOf(attempt.problem?.faults ?? [], pointer);
    return found && faultWords(found, t);
  };
}
