import { useState } from 'react';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { NewSeal, Protection as State } from '../../api/contract';
import { useSession } from '../../api/session';
import { ActDialog, useFault } from '../../elements/act-dialog';
import { ChipSet, Select } from '../../elements/fields';
import { useWords } from '../../words/words';

export type SealKind = NewSeal['kind'];
export const GUARD_TOPICS = ['case', 'cases', 'integrity', 'worklist', 'history'];

const REASONS = {
  SEAL: ['REPORTED_IS_STAFF', 'REPORTED_HAS_POWER', 'SOMEBODY_LOOKS', 'PUBLIC_ATTENTION', 'CLIENT_ASKED'],
  UNSEAL: ['REASON_ENDED', 'CLIENT_ASKED'],
} as const satisfies Record<SealKind, readonly NewSeal['reason'][]>;

/** A reason, and who goes on seeing the case. A second person decides. */
export function SealDialog({
  caseId,
  kind,
  state,
  onClose,
}: {
  caseId: string;
  kind: SealKind;
  state: State;
  onClose: () => void;
}) {
  const t = useWords();
  const [reason, setReason] = useState('');
  const [team, setTeam] = useState(() => state.team.map(({ accountId }) => accountId));
  const [tried, setTried] = useState(false);
  const save = useAttempt(
    (body: NewSeal, key) =>
      answer(
        api.POST('/api/cases/{id}/seals', { params: { path: { id: caseId } }, body, headers: withKey(key) }),
      ),
    { refreshes: GUARD_TOPICS, done: onClose },
  );
  const fault = useFault(save);
  const few = kind === 'SEAL' && team.length < 2;
  const body = (): NewSeal | undefined => {
    setTried(true);
    if (!reason || few) return undefined;
    const chosen = { kind, reason: reason as NewSeal['reason'] };
    return kind === 'SEAL' ? { ...chosen, teamAccountIds: team } : chosen;
  };
  return (
    <ActDialog
      title={t(kind === 'SEAL' ? 'guard.sealTitle' : 'guard.unsealTitle')}
      lead={t(kind === 'SEAL' ? 'guard.sealLead' : 'guard.unsealLead')}
      submit={t('guard.propose')}
      attempt={save}
      body={body}
      onClose={onClose}
    >
      <Select
        label={t('guard.reason')}
        placeholder={t('guard.chooseReason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        options={REASONS[kind].map((code) => ({ value: code, label: t(`guard.reason.${code}`) }))}
        fault={fault('/reason') ?? (tried && !reason ? t('fault.required') : undefined)}
      />
      {kind === 'SEAL' && (
        <ChipSet
          label={t('guard.team')}
          hint={t('guard.teamHint')}
          value={team}
          onChange={setTeam}
          options={state.candidates.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          fault={fault('/teamAccountIds') ?? (tried && few ? t('guard.teamHint') : undefined)}
        />
      )}
    </ActDialog>
  );
}

/** Said of oneself or of a colleague; no reason is asked, because none is needed. */
export function KnownDialog({
  caseId,
  state,
  onClose,
}: {
  caseId: string;
  state: State;
  onClose: () => void;
}) {
  const t = useWords();
  const own = useSession().account.id;
  const [who, setWho] = useState(own);
  const save = useAttempt(
    (body: { accountId?: string }, key) =>
      answer(
        api.POST('/api/cases/{id}/conflicts', {
          params: { path: { id: caseId } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: GUARD_TOPICS, done: onClose },
  );
  const others = state.candidates.filter(({ accountId }) => accountId !== own);
  return (
    <ActDialog
      title={t('guard.knownTitle')}
      lead={t('guard.knownLead')}
      submit={t('guard.note')}
      attempt={save}
      body={() => (who === own ? {} : { accountId: who })}
      onClose={onClose}
    >
      <Select
        label={t('guard.who')}
        value={who}
        onChange={(event) => setWho(event.target.value)}
        options={[
          { value: own, label: t('guard.me') },
          ...others.map(({ accountId, name }) => ({ value: accountId, label: name })),
        ]}
      />
    </ActDialog>
  );
}
