import { useMemo, useState, type FormEvent } from 'react';
import { useWords } from '../words/words';
import { faultWords, refusalWords } from '../words/refusals';
import { answer, api, withKey } from '../api/client';
import { useAttempt } from '../api/attempt';
import { faultOf, fieldId } from '../api/faults';
import type { FieldFault } from '../api/problem';
import type { NewReport } from '../api/contract';
import { Button } from '../elements/button';
import { ErrorSummary, type SummaryItem } from '../elements/error-summary';
import { TextArea } from '../elements/fields';
import { Go, useGo } from '../elements/go';
import { IconLock } from '../elements/icons';
import { useDraft } from '../safety/drafts';
import { asReport, EMPTY_INTAKE, missingOf, requiredOf, type Intake } from './intake/form';
import { Client } from './intake/client-fields';
import { Reporting, Safety, Violence } from './intake/event-fields';
import { DETAILS, fieldName, shownField } from './intake/field-names';
import { Details } from './intake/more-fields';
import { Reported } from './intake/reported-fields';
import './intake/new-case.css';

/** A field's name before its fault; a question has its own mark already. */
const named = (name: string): string => (name.endsWith('?') ? `${name} ` : `${name}: `);

/** Safety first, then as little as it takes to open a case. What was typed stays until the case has a number. */
export default function NewCase() {
  const t = useWords();
  const go = useGo();
  const [form, change, clear, recovered] = useDraft<Intake>('intake', EMPTY_INTAKE, {
    href: '/kasus/baru',
    name: 'draft.newCase',
  });
  const [local, setLocal] = useState<FieldFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const save = useAttempt(
    (body: NewReport, key) => answer(api.POST('/api/reports', { body, headers: withKey(key) })),
    {
      refreshes: ['worklist', 'cases'],
      done: (report) => {
        clear();
        go(report.caseId ? `/kasus/${report.caseId}` : `/laporan/${report.id}`);
      },
    },
  );

  const faults = useMemo(() => [...local, ...(save.problem?.faults ?? [])], [local, save.problem]);
  const fault = (pointer: string) => {
    const found = faultOf(faults, pointer);
    return found && faultWords(found, t);
  };
  const required = requiredOf(form);
  const filled = required.filter((field) => field.filled).length;

  const submit = async (keepOnly: boolean) => {
    const missing = missingOf(form, keepOnly);
    setLocal(missing);
    save.clear();
    if (missing.length === 0) await save.run(asReport(form, keepOnly));
    setAttempt((count) => count + 1);
  };

  const summary: SummaryItem[] = faults.map((one) => {
    const field = shownField(one.pointer);
    const name = fieldName(one.pointer, t);
    return { field, words: `${name && named(name)}${faultWords(one, t)}` };
  });
  if (save.problem && summary.length === 0) summary.push({ words: refusalWords(save.problem, t) });

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit(false);
      }}
      noValidate
    >
      <div className="head">
        <div>
          <h1>{t('case.new')}</h1>
          <p>{t('intake.lead', { n: required.length })}</p>
        </div>
      </div>
      <ErrorSummary items={summary} attempt={attempt} />
      {recovered && attempt === 0 && (
        <div className="note info recovered" role="status">
          <IconLock size={17} aria-hidden="true" />
          <div>{t('draft.recovered')}</div>
          <button type="button" className="link" onClick={clear}>
            {t('draft.discard')}
          </button>
        </div>
      )}
      <div className="intake">
        <section className="panel">
          <div className="pad stack">
            <h2 className="big">{t('intake.event')}</h2>
            <Safety form={form} change={change} fault={fault('/clientSafeNow')} />
            <Violence form={form} change={change} fault={fault} />
            <Reporting form={form} change={change} fault={fault} />
            <TextArea
              id={fieldId('/narrative')}
              label={t('intake.narrative')}
              hint={t('intake.narrativeHint')}
              maxLength={8000}
              value={form.narrative}
              onChange={(event) => change({ narrative: event.target.value })}
              fault={fault('/narrative')}
            />
          </div>
        </section>
        <div className="intake-side">
          <section className="panel">
            <div className="pad stack">
              <h2 className="big">{t('intake.client')}</h2>
              <Client form={form} change={change} fault={fault} />
            </div>
          </section>
          <section className="panel">
            <div className="pad stack">
              <h2 className="big">{t('intake.reported')}</h2>
              <Reported form={form} change={change} fault={fault} />
            </div>
          </section>
          <details className="panel more-fields" open={faults.some((one) => DETAILS.test(one.pointer))}>
            <summary>{t('intake.more')}</summary>
            <div className="pad stack">
              <Details form={form} change={change} fault={fault} />
            </div>
          </details>
        </div>
      </div>
      <div className="send-bar">
        <p>
          <IconLock size={16} aria-hidden="true" />
          <span>
            <b className="num">{filled}</b> {t('intake.filled', { n: required.length })}
            <span className="soft"> · {t('intake.memory')}</span>
          </span>
        </p>
        <Go className="btn lg" to="/kerja">
          {t('case.later')}
        </Go>
        <Button large busy={save.busy} onClick={() => void submit(true)}>
          {t('kept.keep')}
        </Button>
        <Button kind="pri" large type="submit" busy={save.busy}>
          {save.busy ? t('state.saving') : t('case.open')}
        </Button>
      </div>
    </form>
  );
}
