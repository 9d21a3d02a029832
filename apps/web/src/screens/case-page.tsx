import { useParams, useSearchParams } from 'react-router';
import { useState } from 'react';
import { useWords } from '../words/words';
import { can } from '../api/acts';
import type { CaseFile } from '../api/contract';
import { Crumb } from '../elements/crumb';
import { Loaded, StaleBar } from '../elements/states';
import { CaseSafeContact } from '../elements/safe-contact';
import { CaseHead, type CaseDialog } from './case/head';
import { StageBar } from './case/stage-bar';
import { Facts } from './case/facts';
import { PromptList, UrgentPrompts } from './case/prompts';
import { ProposedOverrides } from './case/proposed-override';
import { ProposedLevel } from './case/proposed-level';
import { Timeline } from './case/timeline';
import { Deadlines } from './case/deadlines';
import { LegalCourse, TalkedOver } from './case/legal-course';
import { Needs } from './case/needs';
import { Referrals } from './case/referrals';
import { Bases } from './case/bases';
import { Suggested } from './case/suggested';
import { EmergencyBar } from './emergency/emergency-bar';
import { Protection } from './case/protection';
import { Team } from './case/team';
import { ConsentDialog } from './case/consent-dialog';
import { PersonDialog } from './case/person-dialog';
import { AftercareDialog } from './case/aftercare-dialog';
import { ClosedCase } from './case/closed-case';
import { ClosingDialog } from './case/closing-dialog';
import { EndOfCase } from './case/end-of-case';
import { ProposedClosing } from './case/proposed-closing';
import { ReopenDialog } from './case/reason-dialog';
import { MilestoneDialog } from './case/milestone-dialog';
import { useCaseFile } from './case/use-case-file';
import './case/case.css';

type PartName = 'linimasa' | 'tenggat' | 'data';
/** A high level, or somebody who is not safe now: the telephone comes before any form. */
const isUrgent = (file: CaseFile): boolean =>
  can(file.availableActs, 'referral.draft') && (file.risk === 'TINGGI' || file.clientSafeNow === 'NO');

const PARTS: PartName[] = ['linimasa', 'tenggat', 'data'];

export default function CasePage() {
  const { id = '' } = useParams();
  const t = useWords();
  const asked = useCaseFile(id);
  return (
    <>
      <Crumb above={[{ to: '/kasus', label: t('nav.cases') }]} here={asked.data?.number ?? '…'} />
      <StaleBar asked={asked} />
      <Loaded page asked={asked} rows={8}>
        {(file) => <CaseFileView key={file.id} file={file} />}
      </Loaded>
    </>
  );
}

function CaseFileView({ file }: { file: CaseFile }) {
  const t = useWords();
  const [params, setParams] = useSearchParams();
  const [dialog, setDialog] = useState<CaseDialog>();
  // Whoever came by an emergency needs to know who is in danger and how to reach them, not the team's work.
  const byEmergency = file.emergency !== null;
  const part = PARTS.find((one) => one === params.get('bagian')) ?? 'linimasa';
  const contact = file.clients.find((client) => client.safeContact)?.safeContact;
  return (
    <>
      {file.emergency && <EmergencyBar sight={file.emergency} />}
      <CaseHead file={file} openDialog={setDialog} />
      <StageBar file={file} />
      <div className="case-notes">
        <CaseSafeContact contact={contact} />
        <UrgentPrompts
          prompts={file.prompts ?? []}
          lane={isUrgent(file) && !byEmergency ? `/kasus/${file.id}/darurat` : undefined}
        />
        <ProposedLevel file={file} linked />
        <ProposedOverrides file={file} />
        <ProposedClosing file={file} />
        <ClosedCase file={file} openDialog={setDialog} />
      </div>
      <nav className="tabs" aria-label={t('case.parts')}>
        {PARTS.filter((name) => !byEmergency || name !== 'tenggat').map((name) => (
          <button
            type="button"
            key={name}
            aria-current={part === name ? 'page' : undefined}
            onClick={() => setParams(name === 'linimasa' ? {} : { bagian: name }, { replace: true })}
          >
            {t(`case.part.${name}`)}
          </button>
        ))}
      </nav>
      <div className={`case-columns show-${part}`}>
        <div className="case-main">
          <div className="in-data">
            <Facts
              file={file}
              addPerson={can(file.availableActs, 'case.addPerson') ? () => setDialog('person') : undefined}
            />
          </div>
          <div className="in-linimasa">
            <Timeline file={file} />
          </div>
        </div>
        <div className="case-side">
          <div className="in-linimasa first">
            <PromptList prompts={file.prompts ?? []} mediation={file.mediation} />
          </div>
          {!byEmergency && (
            <>
              <div className="in-tenggat">
                <Deadlines
                  deadlines={file.deadlines}
                  recordEvent={
                    can(file.availableActs, 'case.milestone') ? () => setDialog('milestone') : undefined
                  }
                />
              </div>
              {file.mandate === 'VIOLENCE' && (
                <div className="in-tenggat">
                  <LegalCourse caseId={file.id} />
                </div>
              )}
              {file.mandate === 'VIOLENCE' && (
                <div className="in-tenggat">
                  <TalkedOver caseId={file.id} />
                </div>
              )}
              <div className="in-tenggat">
                <Needs file={file} />
              </div>
              <div className="in-tenggat">
                <Referrals file={file} />
              </div>
            </>
          )}
          {can(file.availableActs, 'receivers.suggest') && (
            <div className="in-tenggat">
              <Suggested file={file} />
            </div>
          )}
          {!byEmergency && (
            <>
              <div className="in-data">
                <Bases file={file} record={() => setDialog('consent')} />
              </div>
              <div className="in-data">
                <Team file={file} />
              </div>
              <div className="in-data">
                <Protection caseId={file.id} state={file.protection} />
              </div>
            </>
          )}
          {can(file.availableActs, 'case.close') && (
            <div className="in-data">
              <EndOfCase file={file} propose={() => setDialog('closing')} />
            </div>
          )}
        </div>
      </div>
      {dialog === 'consent' && <ConsentDialog file={file} onClose={() => setDialog(undefined)} />}
      {dialog === 'person' && <PersonDialog file={file} onClose={() => setDialog(undefined)} />}
      {dialog === 'closing' && <ClosingDialog file={file} onClose={() => setDialog(undefined)} />}
      {dialog === 'reopening' && <ReopenDialog file={file} onClose={() => setDialog(undefined)} />}
      {dialog === 'aftercare' && <AftercareDialog file={file} onClose={() => setDialog(undefined)} />}
      {dialog === 'milestone' && <MilestoneDialog file={file} onClose={() => setDialog(undefined)} />}
    </>
  );
}
