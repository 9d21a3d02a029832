import { useAttempt } from '../../api/attempt';
import { answer, api } from '../../api/client';
import type { Departure } from '../../api/contract';
import { ActDialog } from '../../elements/act-dialog';
import { useWords } from '../../words/words';
import { planOf, type Chosen } from './departure-plan';

const REFRESHES = ['departures', 'cases', 'case', 'inbox', 'worklist', 'roster', 'duty'];

interface Props {
  file: Departure;
  onClose: () => void;
  done: () => void;
}

export function CompleteDialog({
  file,
  successor,
  chosen,
  onClose,
  done,
}: Props & { successor: string; chosen: Chosen }) {
  const t = useWords();
  const attempt = useAttempt(
    (body: ReturnType<typeof planOf>) =>
      answer(api.POST('/api/departures/{id}/completion', { params: { path: { id: file.id } }, body })),
    { done, refreshes: REFRESHES },
  );
  return (
    <ActDialog
      title={t('gone.sure')}
      lead={t('gone.sureMore', { name: file.displayName })}
      submit={t('gone.submit')}
      attempt={attempt}
      body={() => planOf(successor, chosen)}
      onClose={onClose}
    >
      {null}
    </ActDialog>
  );
}

export function RejectDialog({ file, onClose, done }: Props) {
  const t = useWords();
  const attempt = useAttempt(
    async (_body: true) => {
      await answer(api.POST('/api/departures/{id}/rejection', { params: { path: { id: file.id } } }));
    },
    { done, refreshes: ['departures'] },
  );
  return (
    <ActDialog
      title={t('gone.reject')}
      lead={t('gone.rejectMore', { name: file.displayName })}
      submit={t('gone.reject')}
      attempt={attempt}
      body={() => true as const}
      onClose={onClose}
    >
      {null}
    </ActDialog>
  );
}
