export const scenarioNames = [
  "create",
  "get",
  "filter",
  "put",
  "patch",
  "firstPage",
  "deepPage",
  "total",
  "addMember",
  "removeMember",
  "readGroup",
  "importByIndex",
  "importByCursor",
  "oktaMix",
] as const;

export type ScenarioName = (typeof scenarioNames)[number];
