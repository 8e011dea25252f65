import type { z } from "zod";

/** A model as it travels: points in time become ISO 8601 text, everything else stays. */
export type Wire<TModel> = {
  readonly [TKey in keyof TModel]: Date extends TModel[TKey] ? Exclude<TModel[TKey], Date> | string : TModel[TKey];
};

/** The shape an object schema needs to describe `TModel`: each of its attributes, no other, each of its type. */
export type ShapeOf<TModel> = { readonly [TKey in keyof TModel]-?: z.ZodType<TModel[TKey]> };
