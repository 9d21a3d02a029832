export { Refused, NotFound, Forbidden, Invalid, type FieldError, type RefusalDetail } from './refused.js';
