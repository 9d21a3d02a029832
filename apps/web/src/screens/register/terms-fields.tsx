import { useWords } from '../../words/words';
import { cityDay } from '../../clock/dates';
import { serverNow } from '../../api/client';
import { TextArea, TextInput, Tick } from '../../elements/fields';

export interface Terms {
  effectiveFrom: string;
  appliesToOpen: boolean;
  reason: string;
}

export const newTerms = (): Terms => ({
  effectiveFrom: cityDay(serverNow()),
  appliesToOpen: false,
  reason: '',
});

/** From when a change holds, whether for what is open too, and why it is made. */
export function TermsFields({
  terms,
  change,
  fault,
  tried,
}: {
  terms: Terms;
  change: (part: Partial<Terms>) => void;
  fault: (pointer: string) => string | undefined;
  tried: boolean;
}) {
  const t = useWords();
  return (
    <>
      <TextInput
        type="date"
        label={t('rule.effectiveFrom')}
        hint={t('rule.effectiveFromHint')}
        value={terms.effectiveFrom}
        onChange={(event) => change({ effectiveFrom: event.target.value })}
        fault={fault('/effectiveFrom')}
      />
      <Tick
        checked={terms.appliesToOpen}
        onChange={(event) => change({ appliesToOpen: event.target.checked })}
      >
        {t('rule.alsoOpen')}
      </Tick>
      <TextArea
        label={t('rule.reason')}
        value={terms.reason}
        maxLength={1000}
        onChange={(event) => change({ reason: event.target.value })}
        fault={tried && !terms.reason.trim() ? t('fault.required') : fault('/reason')}
      />
    </>
  );
}
