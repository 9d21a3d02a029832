/** Of the table in `sentences.ts`: permissions of case conferences, and the acts that they would have become. */
export const CONFERENCE_PERMISSIONS: Readonly<Record<string, string>> = {
  'conference.call': 'conference.called',
  'conference.minute': 'conference.minuted',
  'conference.sign': 'conference.signed',
  'conference.cancel': 'conference.cancelled',
  'conference.finish': 'conference.decisionDone',
  'conference.invited': 'conference.invitationRead',
  'conference.reply': 'conference.replied',
};
