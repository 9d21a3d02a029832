import type { Referral } from '../../api/contract';

/** What every dialog of a referral's act is given. */
export interface ReferralDialogProps {
  referral: Referral;
  onClose: () => void;
}
