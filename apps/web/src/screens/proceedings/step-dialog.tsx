import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useAttempt } from '../../api/attempt';
import { answer, api, serverNow, withKey } from '../../api/client';
import type { NewLegalStep, Proceedings } from '../../api/contract';
import { fromCityInput, toCityInput } from '../../clock/dates';
import { ActDialog, useFault } from '../../elements/act-dialog';
import { MomentInput, Select, TextArea, TextInput } from '../../elements/fields';
import { useWords } from '../../words/words';

/** Writes down a step. Those that usually come now stand first; any other asks why. */
export function StepDialog({
  caseId,
  course,
  onClose,
}: {
  caseId: string;
  course: Proceedings;
  onClose: () => void;
}) {
  const t = useWords();
  const [kind, setKind] = useState('');
  const [at, setAt] = useState(() => toCityInput(serverNow()));
  const [knownAt, setKnownAt] = useState(() => toCityInput(serverNow()));
  const [nextAt, setNextAt] = useState('');
  const [number, setNumber] = useState('');
  const [agencyId, setAgencyId] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const agencies = useQuery({
    queryKey: ['agencies'],
    queryFn: () => answer(api.GET('/api/agencies', { params: { query: {} } })),
    staleTime: 300_000,
  });
  const save = useAttempt(
    (body: NewLegalStep, key) =>
      answer(
        api.POST('/api/cases/{id}/legal-steps', {
          params: { path: { id: caseId } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['case', 'worklist', 'deadlines'], done: onClose },
  );
  const fault = useFault(save);
  const chosen = course.kinds.find((one) => one.kind === kind);
  // The server knows best: what was usual when the page was opened may be unusual for an earlier time.
  const odd = (chosen && !chosen.usual) || save.problem?.code === 'legalStep.outOfOrder';
  const whose = agencies.data?.items.filter((one) => one.kind === chosen?.byKind) ?? [];
  const body = (): NewLegalStep | undefined => {
    setTried(true);
    if (!chosen || (odd && !reason.trim())) return undefined;
    return {
      kind: chosen.kind,
      at: fromCityInput(at),
      knownAt: fromCityInput(knownAt),
      ...(chosen.namesNext && nextAt ? { nextAt: fromCityInput(nextAt) } : {}),
      ...(number.trim() ? { number: number.trim() } : {}),
      ...(agencyId && whose.some((one) => one.id === agencyId) ? { agencyId } : {}),
      ...(odd ? { reason: reason.trim() } : {}),
    };
  };
  const option = ({ kind: value, label }: Proceedings['kinds'][number]) => ({ value, label });
  const ordered = [...course.kinds.filter((one) => one.usual), ...course.kinds.filter((one) => !one.usual)];
  return (
    <ActDialog
      title={t('legal.record')}
      lead={t('legal.recordLead')}
      submit={t('act.record')}
      attempt={save}
      body={body}
      onClose={onClose}
    >
      <Select
        label={t('legal.step')}
        placeholder={t('legal.chooseStep')}
        value={kind}
        onChange={(event) => setKind(event.target.value)}
        options={ordered.map((one) =>
          one.usual ? option(one) : { value: one.kind, label: t('legal.unusual', { step: one.label }) },
        )}
        fault={fault('/kind') ?? (tried && !kind ? t('fault.required') : undefined)}
      />
      <MomentInput
        label={t('legal.at')}
        value={at}
        onChange={(event) => setAt(event.target.value)}
        fault={fault('/at')}
      />
      <MomentInput
        label={t('legal.knownAt')}
        hint={t('legal.knownAtHint')}
        value={knownAt}
        onChange={(event) => setKnownAt(event.target.value)}
        fault={fault('/knownAt')}
      />
      {chosen?.namesNext && (
        <MomentInput
          label={t('legal.nextAt')}
          value={nextAt}
          onChange={(event) => setNextAt(event.target.value)}
          fault={fault('/nextAt')}
        />
      )}
      <TextInput
        label={t('legal.numberLabel')}
        hint={t('legal.numberHint')}
        maxLength={120}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
        fault={fault('/number')}
      />
      {whose.length > 0 && (
        <Select
          label={t('legal.agency')}
          placeholder={t('legal.agencyNone')}
          value={agencyId}
          onChange={(event) => setAgencyId(event.target.value)}
          options={whose.map(({ id: value, name }) => ({ value, label: name }))}
          fault={fault('/agencyId')}
        />
      )}
      {odd && (
        <TextArea
          label={t('legal.oddReason')}
          hint={t('legal.oddHint')}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          fault={fault('/reason') ?? (tried && !reason.trim() ? t('fault.required') : undefined)}
        />
      )}
    </ActDialog>
  );
}
