import { useState } from 'react';
import { useLocale, useWords } from '../../words/words';
import { can } from '../../api/acts';
import { answer, api, withKey } from '../../api/client';
import type { KeptReport, ReportRevealed } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Button } from '../../elements/button';
import { useGo } from '../../elements/go';
import { IconEye } from '../../elements/icons';
import { RefusalNote } from '../../elements/states';
import { Status } from '../../elements/status';
import { RevealDialog } from '../case/reveal-dialog';
import { RevealedNames } from '../case/revealed-names';
import { JoinDialog } from './join-dialog';
import { OutsideDialog } from './outside-dialog';
import { useDecision } from './use-decision';

/** Who it is about, masked, and the decisions that the server says are open. */
export function ReportHead({ report }: { report: KeptReport }) {
  const t = useWords();
  const locale = useLocale();
  const go = useGo();
  const [dialog, setDialog] = useState<'reveal' | 'join' | 'outside'>();
  const [revealed, setRevealed] = useState<ReportRevealed>();
  const close = () => setDialog(undefined);
  const open = useDecision(
    (_: Record<string, never>, key) =>
      answer(
        api.POST('/api/reports/{id}/opening', {
          params: { path: { id: report.id } },
          headers: withKey(key),
        }),
      ),
    (state) => state.caseId && go(`/kasus/${state.caseId}`),
  );
  const may = (act: string) => can(report.availableActs, act);
  return (
    <section className="panel case-head report-head">
      <div className="who">
        <h1>{t('kept.title')}</h1>
        {report.clients[0] && <span className="masked">{report.clients[0].maskedName}</span>}
        {report.clients.length > 1 && (
          <span className="soft">{t('case.andOthers', { n: report.clients.length - 1 })}</span>
        )}
        {may('report.reveal') && !revealed && (
          <Button icon={<IconEye size={16} aria-hidden="true" />} onClick={() => setDialog('reveal')}>
            {t('safety.showName')}
          </Button>
        )}
      </div>
      <div className="case-acts no-print">
        {may('report.open') && (
          <Button kind="pri" busy={open.busy} onClick={() => void open.run({})}>
            {t('kept.open')}
          </Button>
        )}
        {may('report.join') && <Button onClick={() => setDialog('join')}>{t('kept.join')}</Button>}
        {may('report.outsideMandate') && (
          <Button onClick={() => setDialog('outside')}>{t('kept.outside')}</Button>
        )}
      </div>
      <p className="kind">
        {report.status === 'RECEIVED' && <Status tone="wait">{t('kept.waits')}</Status>}
        <span className="soft">
          {t('kept.received', { time: dayAndTime(report.receivedAt, locale), name: report.receivedByName })}
          {' · '}
          {report.agencyName}
        </span>
      </p>
      {report.status === 'RECEIVED' && <p className="report-lead">{t('kept.lead')}</p>}
      <RefusalNote problem={open.problem} focus />
      {revealed && <RevealedNames data={revealed} hide={() => setRevealed(undefined)} key={locale} />}
      {dialog === 'join' && <JoinDialog report={report} onClose={close} />}
      {dialog === 'outside' && <OutsideDialog report={report} onClose={close} />}
      {dialog === 'reveal' && (
        <RevealDialog
          ask={(body, key) =>
            answer(
              api.POST('/api/reports/{id}/reveal', {
                params: { path: { id: report.id } },
                body,
                headers: withKey(key),
              }),
            )
          }
          onClose={close}
          onRevealed={(data) => {
            close();
            setRevealed(data);
          }}
        />
      )}
    </section>
  );
}
