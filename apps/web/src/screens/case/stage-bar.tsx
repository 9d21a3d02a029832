import { useLocale, useWords } from '../../words/words';
import { useCodeLabel } from '../../api/codes';
import type { CaseFile } from '../../api/contract';
import { dayMonth } from '../../clock/dates';
import { IconCircleCheckFilled, IconPlayerPlayFilled } from '../../elements/icons';

/** The order of work. The stage is derived by the server from what exists; nobody types it. */
const ORDER = [
  'PENGADUAN',
  'IDENTIFIKASI',
  'ASESMEN',
  'RENCANA_INTERVENSI',
  'INTERVENSI',
  'MONITORING',
  'TERMINASI',
];

type Step = { code: string; words?: string; at?: string | null; state: 'DONE' | 'CURRENT' | 'AHEAD' };

export function StageBar({ file }: { file: CaseFile }) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const steps = stepsOf(file);
  const current = steps.findIndex((step) => step.state === 'CURRENT');
  const name = (step: Step) => label('STATUS_KASUS', step.code, step.words);
  return (
    <section className="stages panel" aria-label={t('case.stagesLabel')}>
      <p className="stage-phone">
        <b>
          {t('case.stageOf', {
            n: current + 1,
            total: steps.length,
            name: steps[current] ? name(steps[current]) : label('STATUS_KASUS', file.stage),
          })}
        </b>
      </p>
      <ol>
        {steps.map((step) => (
          <li
            key={step.code}
            className={step.state.toLowerCase()}
            aria-current={step.state === 'CURRENT' ? 'step' : undefined}
          >
            <span className="dot" aria-hidden="true">
              {step.state === 'DONE' && <IconCircleCheckFilled size={17} />}
              {step.state === 'CURRENT' && <IconPlayerPlayFilled size={8} />}
            </span>
            <span className="name">{name(step)}</span>
            {step.at && <small>{dayMonth(step.at, locale)}</small>}
            <span className="hidden">{t(`case.step.${step.state}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function stepsOf(file: CaseFile): Step[] {
  const given = (file.stages ?? []).map((one): Step | string => {
    if (typeof one === 'string') return one;
    const raw = one as {
      code?: string;
      stage?: string;
      words?: unknown;
      at?: string | null;
      state?: Step['state'];
      done?: boolean;
    };
    const code = raw.code ?? raw.stage ?? '';
    return {
      code,
      words: typeof raw.words === 'string' ? raw.words : undefined,
      at: raw.at,
      state: raw.state ?? (code === file.stage ? 'CURRENT' : raw.done ? 'DONE' : 'AHEAD'),
    };
  });
  if (given.length > 0 && given.every((one) => typeof one === 'object'))
    return (given as Step[]).filter((step) => step.code !== 'PASCA_TERMINASI' || step.state !== 'AHEAD');
  const order = given.length > 0 ? (given as string[]) : ORDER;
  const at = order.indexOf(file.stage);
  return order.map((code, index) => ({
    code,
    state: index < at ? 'DONE' : index === at ? 'CURRENT' : 'AHEAD',
  }));
}
