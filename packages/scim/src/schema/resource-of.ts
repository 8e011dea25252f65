import type { commonAttributes } from "./common-attributes.ts";
import type { AttributeDefinition, ResourceTypeDefinition } from "./definition.ts";

/**
 * The resources of a type, inferred from its definition. Write-only attributes are not among them:
 * nobody can read those.
 */
export type ResourceOf<TDefinition extends ResourceTypeDefinition> = Simplify<
  AttributesOf<typeof commonAttributes> &
    AttributesOf<TDefinition["schema"]["attributes"]> &
    ExtensionsOf<TDefinition["extensions"]>
>;

type ExtensionsOf<TExtensions extends ResourceTypeDefinition["extensions"]> = {
  [TExtension in TExtensions[number] as TExtension["schema"]["id"]]?: AttributesOf<TExtension["schema"]["attributes"]>;
};

type AttributesOf<TAttributes extends readonly AttributeDefinition[]> = Simplify<
  {
    [TAttribute in TAttributes[number] as RequiredName<TAttribute>]: ValueOf<TAttribute>;
  } & {
    [TAttribute in TAttributes[number] as OptionalName<TAttribute>]?: ValueOf<TAttribute>;
  }
>;

type RequiredName<TAttribute extends AttributeDefinition> = TAttribute extends { required: true }
  ? TAttribute["name"]
  : never;

type OptionalName<TAttribute extends AttributeDefinition> = TAttribute extends
  | { required: true }
  | { mutability: "writeOnly" }
  ? never
  : TAttribute["name"];

type ValueOf<TAttribute extends AttributeDefinition> = TAttribute extends { multiValued: true }
  ? SingleOf<TAttribute>[]
  : SingleOf<TAttribute>;

type SingleOf<TAttribute extends AttributeDefinition> = TAttribute extends {
  type: "complex";
  subAttributes: infer TSubs extends readonly AttributeDefinition[];
}
  ? AttributesOf<TSubs>
  : TAttribute extends { type: "boolean" }
    ? boolean
    : TAttribute extends { type: "integer" | "decimal" }
      ? number
      : string;

type Simplify<T> = { [TKey in keyof T]: T[TKey] } & {};
