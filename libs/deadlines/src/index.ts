export {
  MILESTONES,
  isMilestone,
  type DeadlineEvent,
  type Milestone,
  type MilestoneEvent,
} from './rules/events.js';
export type { Subject } from './rules/rule-condition.js';
