import { useWords } from '../../words/words';
import { useCodeChoices } from '../../api/codes';
import type { Risk } from '../../api/contract';
import { Chips, ChipSet } from '../../elements/fields';

export interface ScreeningAnswers {
  redFlags: string[];
  recruitment: string[];
  control: string[];
  conclusion: string;
  risk: '' | Risk;
  reason: string;
}

/** Signs of trafficking, asked and never concluded by the screen: folded until one of them is told. */
export function Trafficking({
  form,
  change,
  fault,
  known,
}: {
  form: ScreeningAnswers;
  change: (part: Partial<ScreeningAnswers>) => void;
  fault: (pointer: string) => string | undefined;
  known: boolean;
}) {
  const t = useWords();
  const recruitment = useCodeChoices('HTCDS_METHOD_OF_RECRUITMENT');
  const control = useCodeChoices('HTCDS_METHOD_OF_CONTROL');
  const conclusions = useCodeChoices('HASIL_TAPIS_TPPO');
  const trafficking = known || form.recruitment.length > 0 || form.control.length > 0;
  return (
    <details className="panel more-fields" open={trafficking}>
      <summary>{t('screening.tppo')}</summary>
      <div className="pad stack">
        <p className="soft">{t('screening.tppoLead')}</p>
        <ChipSet
          label={t('screening.recruitment')}
          value={form.recruitment}
          onChange={(value) => change({ recruitment: value })}
          options={recruitment}
          fault={fault('/recruitment')}
        />
        <ChipSet
          label={t('screening.control')}
          value={form.control}
          onChange={(value) => change({ control: value })}
          options={control}
          fault={fault('/control')}
        />
        {trafficking && (
          <Chips
            id="simpulan-tppo"
            label={t('screening.conclusion')}
            hint={t('screening.conclusionHint')}
            value={form.conclusion}
            onChange={(value) => change({ conclusion: value })}
            options={conclusions}
            fault={fault('/conclusionTppo')}
          />
        )}
      </div>
    </details>
  );
}
