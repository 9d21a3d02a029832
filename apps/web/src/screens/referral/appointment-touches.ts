/** Whatever could show that an appointment changed. */
export const APPOINTMENT_TOUCHES = ['referral', 'inbox', 'case', 'worklist', 'deadlines', 'notifications'];
