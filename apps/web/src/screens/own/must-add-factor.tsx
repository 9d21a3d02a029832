import { StepUp } from '../../safety/step-up';
import { Threshold } from '../../shell/threshold';
import { useWords } from '../../words/words';
import { FactorsPanel } from './factors-panel';
import '../accounts.css';
import './own.css';

/** Before anything else, where the city demands it: the way to a second factor, and out. */
export default function MustAddFactor() {
  const t = useWords();
  return (
    <>
      <Threshold wide title={t('own.mustTitle')} lead={t('own.mustLead')}>
        <FactorsPanel />
      </Threshold>
      <StepUp />
    </>
  );
}
