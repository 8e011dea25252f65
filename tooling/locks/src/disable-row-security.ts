import { connectTo } from "@rollcall/test-database";
import type { TestProject } from "vitest/node";

/** Takes the lower lock away in the template that test files clone. */
export async function setup(project: TestProject): Promise<void> {
  const { adminUrl, template } = project.getProvidedContext().testDatabase;
  const url = Object.assign(new URL(adminUrl), { pathname: `/${template}` });
  await using admin = await connectTo(url.href);
  await admin.query(`
    do $$ declare name regclass; begin
      for name in select oid from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity loop
        execute format('alter table %s disable row level security', name);
      end loop;
    end $$`);
}
