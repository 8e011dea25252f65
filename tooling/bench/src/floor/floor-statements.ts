/** One statement for each kind of request; named, so that a connection parses and plans it once. */
export const floorStatements = {
  createUser: {
    name: "create-user",
    text: "insert into users (user_name, active, profile) values ($1, true, $2) returning *",
  },
  getUser: { name: "get-user", text: "select * from users where id = $1" },
  findUser: { name: "find-user", text: "select * from users where user_name = $1" },
  replaceUser: {
    name: "replace-user",
    text: `update users set user_name = $2, active = $3, profile = $4, version = version + 1, updated_at = now()
      where id = $1 returning *`,
  },
  setActive: {
    name: "set-active",
    text: "update users set active = $2, version = version + 1, updated_at = now() where id = $1 returning *",
  },
  pageByIndex: { name: "page-by-index", text: "select * from users order by id offset $1 limit $2" },
  pageByCursor: { name: "page-by-cursor", text: "select * from users where id > $1 order by id limit $2" },
  countUsers: { name: "count-users", text: "select count(*)::int as total from users" },
  addMember: {
    name: "add-member",
    text: `with added as (insert into members (group_id, user_id) values ($1, $2) on conflict do nothing)
      update groups set version = version + 1 where id = $1`,
  },
  removeMember: {
    name: "remove-member",
    text: `with removed as (delete from members where group_id = $1 and user_id = $2)
      update groups set version = version + 1 where id = $1`,
  },
} as const satisfies Record<string, { name: string; text: string }>;
