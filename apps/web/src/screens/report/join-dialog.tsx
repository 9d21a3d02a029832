import { useState, type FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/words';
import { answer, api, withKey } from '../../api/client';
import { asProblem } from '../../api/problem';
import type { KeptReport } from '../../api/contract';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { RadioList, TextInput } from '../../elements/fields';
import { useGo } from '../../elements/go';
import { RefusalNote, Skeleton } from '../../elements/states';
import { useDecision } from './use-decision';

/** The cases that may be the same, found by the server without a name on the screen; or one by its number. */
export function JoinDialog({ report, onClose }: { report: KeptReport; onClose: () => void }) {
  const t = useWords();
  const go = useGo();
  const [caseId, setCaseId] = useState('');
  const [number, setNumber] = useState('');
  const [fault, setFault] = useState<'required' | 'unknown'>();
  const [unreached, setUnreached] = useState<unknown>();
  const found = useQuery({
    // Each look is written to the ledger: once for one opening of the dialog.
    queryKey: ['report', report.id, 'matches'],
    staleTime: Infinity,
    gcTime: 0,
    queryFn: () => answer(api.POST('/api/reports/{id}/matches', { params: { path: { id: report.id } } })),
  });
  const save = useDecision(
    (body: { caseId: string }, key) =>
      answer(
        api.POST('/api/reports/{id}/joining', {
          params: { path: { id: report.id } },
          body,
          headers: withKey(key),
        }),
      ),
    (state) => state.caseId && go(`/kasus/${state.caseId}`),
  );
  const byNumber = async (): Promise<string | undefined> => {
    const { items } = await answer(api.GET('/api/cases', { params: { query: { q: number.trim() } } }));
    return items.length === 1 ? items[0]!.id : undefined;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFault(undefined);
    setUnreached(undefined);
    if (!number.trim() && !caseId) return setFault('required');
    try {
      const chosen = number.trim() ? await byNumber() : caseId;
      if (!chosen) return setFault('unknown');
      await save.run({ caseId: chosen });
    } catch (error) {
      setUnreached(asProblem(error));
    }
  };
  return (
    <Dialog title={t('kept.join')} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <p className="soft">{t('kept.joinLead')}</p>
        {found.isPending && <Skeleton rows={2} />}
        <RefusalNote problem={found.error} />
        {found.data?.items.length === 0 && <p>{t('kept.joinNone')}</p>}
        {found.data && found.data.items.length > 0 && (
          <RadioList
            label={t('kept.joinPick')}
            value={number.trim() ? '' : caseId}
            onChange={(value) => {
              setCaseId(value);
              setNumber('');
            }}
            options={found.data.items.map((match) => ({
              value: match.caseId,
              label: `${match.caseNumber} · ${match.maskedName} · ${match.agreed
                .map((one) => t(`kept.agreed.${one}` as 'kept.agreed.name'))
                .join(', ')}`,
            }))}
          />
        )}
        <TextInput
          label={t('kept.joinNumber')}
          hint={t('kept.joinNumberHint')}
          maxLength={40}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          fault={fault && t(fault === 'required' ? 'fault.required' : 'kept.joinUnknown')}
        />
        <RefusalNote problem={save.problem ?? unreached} />
        <DialogFoot onCancel={onClose} busy={save.busy} save={t('kept.join')} />
      </form>
    </Dialog>
  );
}
