import { useState } from 'react';
import { answer, api, withKey } from '../../api/client';
import { can } from '../../api/acts';
import { useAttempt } from '../../api/attempt';
import { useCodeLabel } from '../../api/codes';
import type { Basis, CaseFile } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Button } from '../../elements/button';
import { IconHourglass } from '../../elements/icons';
import { RefusalNote } from '../../elements/states';
import { useLocale, useWords } from '../../words/words';
import { CASE_TOPICS } from './closing';
import { DeclineOverrideDialog } from './reason-dialog';

/** Sharing against the client's own no that waits: what a second person has to read, and the two answers. */
export function ProposedOverrides({ file }: { file: CaseFile }) {
  const waiting = file.bases.filter(({ state }) => state === 'waiting');
  return waiting.map((basis) => <ProposedOverride key={basis.id} basis={basis} />);
}

function ProposedOverride({ basis }: { basis: Basis }) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const [declining, setDeclining] = useState(false);
  const sign = useAttempt(
    (id: string, key) =>
      answer(
        api.POST('/api/consents/{id}/countersignature', { params: { path: { id } }, headers: withKey(key) }),
      ),
    { refreshes: [...CASE_TOPICS, 'disclosure'] },
  );
  const title = t('consent.proposedTitle', { receiver: label('JENIS_INSTANSI', basis.receiverKind) });
  const mayDecide = can(basis.availableActs, 'consent.countersign');
  return (
    <section className="note warn proposed" aria-label={title}>
      <IconHourglass size={18} aria-hidden="true" />
      <div className="stack">
        <p>
          <b>{title}</b>
        </p>
        <p>
          {t('consent.proposedBy', {
            name: basis.recordedByName ?? '–',
            at: dayAndTime(basis.recordedAt, locale),
            basis: [label('DASAR_BERBAGI', basis.basis), basis.citation].filter(Boolean).join(', '),
            scopes: basis.scopes.map((scope) => label('LINGKUP_DATA', scope)).join(', '),
          })}
        </p>
        {basis.why && <p className="quoted">{t('consent.proposedWhy', { why: basis.why })}</p>}
        {basis.toldWords && (
          <p className="quoted">
            {t(basis.toldClient ? 'consent.proposedTold' : 'consent.proposedNotTold', {
              words: basis.toldWords,
            })}
          </p>
        )}
        <RefusalNote problem={sign.problem} />
        {mayDecide ? (
          <p className="proposed-acts no-print">
            <Button kind="pri" busy={sign.busy} onClick={() => void sign.run(basis.id)}>
              {t('consent.countersign')}
            </Button>
            <Button onClick={() => setDeclining(true)}>{t('consent.decline')}</Button>
          </p>
        ) : (
          <p className="soft">{t('consent.yoursWaits')}</p>
        )}
      </div>
      {declining && <DeclineOverrideDialog basisId={basis.id} onClose={() => setDeclining(false)} />}
    </section>
  );
}
