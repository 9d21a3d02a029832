export { HandoffHttpModule, HandoffModule } from './handoff.module.js';
export { Conversations, type NewFeedback } from './conversation.service.js';
export {
  bytesOf,
  drawFooters,
  drawMark,
  LEFT,
  newPaper,
  printable,
  roomLeft,
  rule,
  WIDTH,
  type Paper,
} from './letter/paper.js';
export { NoteAudiences } from './notes/note-audiences.queries.js';
export { needsOfCase } from './needs.queries.js';
export { isUnmet } from './rules/needs.js';
export { namesIn } from './rules/name-lint.js';
export { NOTE_CLASSES, type NoteClass } from './rules/note-audience.js';
export { CityWords } from './city-words.js';
export type { OpenedMessage, OpenedFeedback } from './handoff-trail.queries.js';
export { ReferralPages, type ReferralPage } from './referral-pages.queries.js';
export { fieldLabel } from './rules/field-catalogue.js';
export { TOMBSTONE_WORDS } from './rules/handoff-words.js';
export { CODE_DIGITS, LINK_SESSION_MINUTES } from './rules/link-terms.js';
