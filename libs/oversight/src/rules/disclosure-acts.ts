/** Permissions of what crosses to receivers, and of the record of it: the act that stands in the ledger. */
export const DISCLOSURE_PERMISSIONS: Readonly<Record<string, string>> = {
  'case.disclosures': 'case.disclosuresRead',
  'case.printDisclosures': 'case.disclosuresPrinted',
  'referral.previewUpdate': 'referral.updatePreviewed',
  'referral.update': 'referral.updated',
};
