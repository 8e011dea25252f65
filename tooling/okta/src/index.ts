export { TransportError } from "./client/transport-error.ts";
export type { Company, CompanyGroup, Person } from "./company/company.ts";
export { type CompanyOptions, generateCompany } from "./company/generate-company.ts";
export { createRandom } from "./company/random.ts";
export { renderReport } from "./report/render-report.ts";
export { renderStep } from "./report/render-step.ts";
export type { ProvisionedGroup, ProvisionedUser, Report } from "./report/report.ts";
export type { Actor, Exchange, OktaApp, Requirement, Step } from "./report/step.ts";
export { simulateOkta, type SimulationOptions } from "./simulate-okta.ts";
