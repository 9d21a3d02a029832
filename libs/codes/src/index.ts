export { codes, type Code } from './codes.js';
export { CODE_LISTS, type CodeList } from './rules/code-lists.js';
export { IsCode } from './is-code.js';
export { CodesHttpModule } from './codes.module.js';
