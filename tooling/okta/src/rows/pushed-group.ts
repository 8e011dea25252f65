import type { PushedGroup } from "../okta-apps/roster.ts";
import { type Scene, SceneEnd } from "../stage/scene.ts";
import type { AppRun } from "./app-run.ts";

/** The group the single actions are about. Ends the scene when its first push had failed. */
export function castGroup(scene: Scene, { roster, cast }: AppRun): PushedGroup {
  const group = roster.groups.get(cast.group.oktaId);
  if (group) return group;
  scene.require(`${cast.group.name} was pushed before`, false);
  throw new SceneEnd(cast.group.name);
}
