import { useWords } from '../../words/words';
import { useCodeLabel } from '../../api/codes';
import type { CaseFile } from '../../api/contract';
import { IconCircleCheckFilled, IconPlayerPlayFilled, IconPlayerSkipForward } from '../../elements/icons';

type State = 'DONE' | 'SKIPPED' | 'CURRENT' | 'AHEAD';

/**
 * The order of work. The server derives each step from what exists; nobody types it. A step that the case never had
 * says so: in an open case it is still to be done, in a closed one it was passed over.
 */
export function StageBar({ file }: { file: CaseFile }) {
  const t = useWords();
  const label = useCodeLabel();
  const steps = file.stages.filter(({ stage, state }) => stage !== 'PASCA_TERMINASI' || state !== 'AHEAD');
  const current = steps.findIndex(({ state }) => state === 'CURRENT');
  const missed = steps.filter(({ state }) => state === 'SKIPPED');
  const name = (stage: string) => label('STATUS_KASUS', stage);
  const skipped = file.closedAt ? 'case.step.SKIPPED' : 'case.step.MISSING';
  return (
    <section className="stages panel" aria-label={t('case.stagesLabel')}>
      <p className="stage-phone">
        <b>
          {t('case.stageOf', {
            n: current + 1,
            total: steps.length,
            name: name(steps[current]?.stage ?? file.stage),
          })}
        </b>
        {missed.length > 0 && (
          <span className="small stage-missed">
            {t(skipped)}: {missed.map(({ stage }) => name(stage)).join(', ')}
          </span>
        )}
      </p>
      <ol>
        {steps.map(({ stage, state }) => (
          <li
            key={stage}
            className={state.toLowerCase()}
            aria-current={state === 'CURRENT' ? 'step' : undefined}
          >
            <span className="dot" aria-hidden="true">
              {state === 'DONE' && <IconCircleCheckFilled size={17} />}
              {state === 'SKIPPED' && <IconPlayerSkipForward size={11} />}
              {state === 'CURRENT' && <IconPlayerPlayFilled size={8} />}
            </span>
            <span className="name">
              {name(stage)}
              {state === 'SKIPPED' && <small>{t(skipped)}</small>}
            </span>
            {state !== 'SKIPPED' && (
              <span className="hidden">{t(`case.step.${state as Exclude<State, 'SKIPPED'>}`)}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
