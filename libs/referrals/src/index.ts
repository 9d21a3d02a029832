export { NEVER_RECEIVE_PERSONS } from './rules/may-send.js';
