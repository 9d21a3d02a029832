import { useWords } from '../../words/words';
import type { CaseFile } from '../../api/contract';
import { Button } from '../../elements/button';
import { Dialog } from '../../elements/dialog';
import { ConsentForm, type ConsentFor } from './consent-form';

export function ConsentDialog({
  file,
  wanted,
  onClose,
}: {
  file: Pick<CaseFile, 'id' | 'clients' | 'reportedPersons' | 'bases'>;
  wanted?: ConsentFor;
  onClose: () => void;
}) {
  const t = useWords();
  return (
    <Dialog title={t('consent.record')} wide onClose={onClose}>
      <ConsentForm
        file={file}
        wanted={wanted}
        onSaved={onClose}
        cancel={
          <Button large onClick={onClose}>
            {t('act.cancel')}
          </Button>
        }
      />
    </Dialog>
  );
}
