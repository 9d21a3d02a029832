import { useState, type FormEvent } from 'react';
import { useWords } from '../words/words';
import { faultWords, refusalWords } from '../words/refusals';
import { answer, api, withKey } from '../api/client';
import { useAttempt } from '../api/attempt';
import { useCodeChoices, useCodeLabel } from '../api/codes';
import { faultOf } from '../api/faults';
import type { CaseFile, NewScreening, Risk } from '../api/contract';
import { Button } from '../elements/button';
import { ErrorSummary } from '../elements/error-summary';
import { ChipSet, Segment, TextArea } from '../elements/fields';
import { Go, useGo } from '../elements/go';
import { RiskBadge } from '../elements/status';
import { IconAlertTriangle, IconInfoCircle } from '../elements/icons';
import { useDraft } from '../safety/drafts';
import { Trafficking, type ScreeningAnswers } from './assessment/trafficking';
import { PromptList, UrgentPrompts } from './case/prompts';
import { ProposedLevel } from './case/proposed-level';
import { floorOf, lowerThan, suggestedRisk } from './assessment/risk-hint';
import { CaseActPage } from './case/act-page';
import './assessment/assessment.css';

export default function Assessment() {
  const t = useWords();
  return (
    <CaseActPage act="screening.record" title={t('screening.title')}>
      {(file) => <ScreeningForm key={file.id} file={file} />}
    </CaseActPage>
  );
}

const EMPTY: ScreeningAnswers = {
  redFlags: [],
  recruitment: [],
  control: [],
  conclusion: '',
  risk: '',
  reason: '',
};
const ADULT = 18;

function ScreeningForm({ file }: { file: CaseFile }) {
  const t = useWords();
  const go = useGo();
  const label = useCodeLabel();
  const adultFlags = useCodeChoices('TANDA_BAHAYA_DEWASA');
  const childFlags = useCodeChoices('TANDA_BAHAYA_ANAK');
  const [form, change, clear] = useDraft<ScreeningAnswers>(
    `screening-${file.id}`,
    { ...EMPTY, redFlags: file.screening?.redFlags ?? [] },
    { href: `/kasus/${file.id}/asesmen`, name: 'draft.screening' },
  );
  const [missing, setMissing] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const save = useAttempt(
    (body: NewScreening, key) =>
      answer(
        api.POST('/api/cases/{id}/screenings', {
          params: { path: { id: file.id } },
          body,
          headers: withKey(key),
        }),
      ),
    {
      refreshes: ['case', 'cases', 'worklist', 'deadlines', 'suggested'],
      done: () => {
        clear();
        go(`/kasus/${file.id}`);
      },
    },
  );

  const anyChild = file.clients.some((client) => client.age != null && client.age < ADULT);
  const anyAdult = file.clients.some((client) => client.age == null || client.age >= ADULT);
  const hint = suggestedRisk(form.redFlags);
  const present = file.risk as Risk | null;
  const floor = floorOf(form.redFlags, present, file.screening?.redFlags ?? []);
  const lowers = form.risk !== '' && lowerThan(form.risk, floor);

  const faults = save.problem?.faults ?? [];
  const fault = (pointer: string) => {
    const found = faultOf(faults, pointer);
    return found && faultWords(found, t);
  };
  const summary = missing
    ? [{ field: 'tingkat', words: t('screening.chooseRisk') }]
    : faults.map((one) => ({ field: FIELDS[one.pointer], words: faultWords(one, t) }));
  if (save.problem && !missing && summary.length === 0)
    summary.push({ field: undefined, words: refusalWords(save.problem, t) });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    save.clear();
    setMissing(form.risk === '');
    if (form.risk !== '')
      await save.run({
        redFlags: form.redFlags,
        // The description calls it an object; it is a code of TINGKAT_RISIKO.
        risk: form.risk as never,
        reason: form.reason.trim() || undefined,
        recruitment: form.recruitment,
        control: form.control,
        conclusionTppo: form.conclusion || undefined,
      });
    setAttempt((count) => count + 1);
  };

  const setFlags = (list: { value: string }[]) => (chosen: string[]) => {
    const own = list.map((flag) => flag.value);
    change({ redFlags: [...form.redFlags.filter((flag) => !own.includes(flag)), ...chosen] });
  };
  const chosenOf = (list: { value: string }[]) =>
    form.redFlags.filter((flag) => list.some((one) => one.value === flag));

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <div className="head flat">
        <div>
          <h1>{t('screening.title')}</h1>
          <p>{t('screening.lead')}</p>
        </div>
      </div>
      <ProposedLevel file={file} />
      <ErrorSummary items={summary} attempt={attempt} />
      <div className="screening">
        <div className="stack">
          {anyChild && (
            <section className="panel">
              <div className="pad stack">
                <div className="note warn">
                  <IconAlertTriangle size={18} aria-hidden="true" />
                  <div>{t('screening.childFirst')}</div>
                </div>
                <ChipSet
                  id="tanda-anak"
                  label={t('screening.childFlags')}
                  hint={t('screening.onlyWhatWasTold')}
                  value={chosenOf(childFlags)}
                  onChange={setFlags(childFlags)}
                  options={childFlags}
                />
              </div>
            </section>
          )}
          <section className="panel">
            <div className="pad stack">
              <ChipSet
                id="tanda-dewasa"
                label={t(anyAdult ? 'screening.adultFlags' : 'screening.otherFlags')}
                hint={t('screening.onlyWhatWasTold')}
                value={chosenOf(adultFlags)}
                onChange={setFlags(adultFlags)}
                options={adultFlags}
                fault={fault('/redFlags')}
              />
              {form.redFlags.includes('CEKIKAN') && (
                <div className="note alarm" role="status">
                  <IconAlertTriangle size={18} aria-hidden="true" />
                  <div>{t('screening.breathing')}</div>
                </div>
              )}
              {form.redFlags.includes('BUNUH_DIRI') && (
                <div className="note alarm" role="status">
                  <IconAlertTriangle size={18} aria-hidden="true" />
                  <div>{t('screening.suicide')}</div>
                </div>
              )}
            </div>
          </section>
          <Trafficking form={form} change={change} fault={fault} known={file.tracks.includes('TPPO')} />
          <section className="panel">
            <div className="pad stack">
              <Segment
                id="tingkat"
                label={t('screening.risk')}
                value={form.risk}
                onChange={(value) => change({ risk: value as Risk })}
                options={(['TINGGI', 'SEDANG', 'RENDAH'] as const).map((risk) => ({
                  value: risk,
                  label: label('TINGKAT_RISIKO', risk),
                }))}
                fault={missing ? t('fault.required') : fault('/risk')}
              />
              <p className="hint-line" role="status">
                <IconInfoCircle size={16} aria-hidden="true" />
                <span>
                  {t('screening.hint')} <RiskBadge risk={hint} /> {t('screening.hintMore')}
                </span>
              </p>
              {lowers && (
                <div className="note warn">
                  <IconAlertTriangle size={18} aria-hidden="true" />
                  <div>{t('screening.lowering', { risk: label('TINGKAT_RISIKO', floor) })}</div>
                </div>
              )}
              <TextArea
                id="alasan"
                label={t('screening.reason')}
                hint={t(lowers ? 'intake.required' : 'intake.optional')}
                maxLength={1000}
                value={form.reason}
                onChange={(event) => change({ reason: event.target.value })}
                fault={fault('/reason')}
              />
            </div>
          </section>
        </div>
        <aside className="stack" aria-label={t('prompt.label')}>
          <UrgentPrompts prompts={file.prompts ?? []} />
          <PromptList prompts={file.prompts ?? []} mediation={file.mediation} open />
        </aside>
      </div>
      <div className="send-bar">
        <p>
          <b className="num">{form.redFlags.length}</b> {t('screening.flags')}
        </p>
        <Go className="btn lg" to={`/kasus/${file.id}`}>
          {t('case.later')}
        </Go>
        <Button kind="pri" large type="submit" busy={save.busy}>
          {save.busy ? t('state.saving') : t(lowers ? 'screening.propose' : 'screening.save')}
        </Button>
      </div>
    </form>
  );
}

const FIELDS: Record<string, string> = {
  '/risk': 'tingkat',
  '/reason': 'alasan',
  '/redFlags': 'tanda-dewasa',
  '/conclusionTppo': 'simpulan-tppo',
};
