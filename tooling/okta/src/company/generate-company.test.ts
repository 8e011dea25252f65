import { describe, expect, it } from "vitest";
import { generateCompany } from "./generate-company.ts";

const options = { people: 2000, groups: 30, seed: 42, domain: "nordlicht.example" };

describe("generateCompany", () => {
  const company = generateCompany(options);

  it("is the same for the same options, and another for another seed or domain", () => {
    expect(generateCompany(options)).toEqual(company);
    expect(generateCompany({ ...options, seed: 43 }).people[0]).not.toEqual(company.people[0]);
    expect(generateCompany({ ...options, domain: "meridian.example" }).people[0]?.oktaId).not.toBe(
      company.people[0]?.oktaId,
    );
  });

  it("gives everyone an Okta id and a userName of their own, whatever the case", () => {
    expect(company.people).toHaveLength(2000);
    expect(new Set(company.people.map((person) => person.oktaId)).size).toBe(2000);
    expect(new Set(company.people.map((person) => person.userName.toLowerCase())).size).toBe(2000);
    for (const { oktaId, userName, email } of company.people) {
      expect(oktaId).toMatch(/^00u[A-Za-z0-9]{17}$/u);
      expect(userName).toMatch(/^[A-Za-z0-9.-]+@nordlicht\.example$/u);
      expect(email).toBe(userName.toLowerCase());
    }
  });

  it("has mixed-case userNames, but few", () => {
    const mixed = company.people.filter((person) => person.userName !== person.userName.toLowerCase());
    expect(mixed.length).toBeGreaterThan(200);
    expect(mixed.length).toBeLessThan(600);
  });

  it.each([
    ["diacritics", /[éèüñğşł]/u],
    ["apostrophes", /['’]/u],
    ["hyphens", /-/u],
    ["Han characters", /\p{Script=Han}/u],
    ["Arabic", /\p{Script=Arabic}/u],
    ["Cyrillic", /\p{Script=Cyrillic}/u],
    ["a very long name", /[A-Za-z]{28,}/u],
  ])("has names with %s", (_, pattern) => {
    expect(company.people.some((person) => pattern.test(person.displayName))).toBe(true);
  });

  it("makes the managers a tree: one person leads, everyone else is led by someone before them", () => {
    const order = new Map(company.people.map((person, index) => [person.employeeNumber, index]));
    const [leader, ...others] = company.people;
    expect(leader?.manager).toBeUndefined();
    const misplaced = others.filter(({ manager }, index) => {
      const position = order.get(manager?.employeeNumber ?? "");
      return position === undefined || position > index;
    });
    expect(misplaced).toEqual([]);
  });

  it("names groups once each, puts the whole staff into the first and leaves some empty", () => {
    expect(new Set(company.groups.map((group) => group.name)).size).toBe(30);
    expect(company.groups[0]?.members).toHaveLength(2000);
    expect(company.groups.some((group) => group.members.length === 0)).toBe(true);
    for (const { oktaId, members } of company.groups) {
      expect(oktaId).toMatch(/^00g[A-Za-z0-9]{17}$/u);
      expect(new Set(members).size).toBe(members.length);
    }
  });
});
