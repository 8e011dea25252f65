export interface Department {
  readonly name: string;
  readonly costCenter: string;
  readonly titles: readonly [string, ...string[]];
}

export const departments: readonly [Department, ...Department[]] = [
  {
    name: "Engineering",
    costCenter: "CC-1100",
    titles: ["Software Engineer", "Staff Engineer", "Site Reliability Engineer"],
  },
  { name: "Sales", costCenter: "CC-2100", titles: ["Account Executive", "Sales Engineer", "Regional Director"] },
  { name: "R&D + Labs", costCenter: "CC-1200", titles: ["Research Scientist", "Lab Technician"] },
  { name: "Finance", costCenter: "CC-3100", titles: ["Controller", "Payroll Specialist", "Auditor"] },
  { name: "Führungskreis", costCenter: "CC-0100", titles: ["Vice President", "Chief of Staff"] },
  { name: "採用チーム", costCenter: "CC-4100", titles: ["Recruiter", "People Partner"] },
  { name: "Customer Success", costCenter: "CC-2200", titles: ["Success Manager", "Support Engineer"] },
];
