export { IntakeHttpModule, IntakeModule } from './intake.module.js';
export { IntakeService, type NewReport, type ReportState } from './intake.service.js';
