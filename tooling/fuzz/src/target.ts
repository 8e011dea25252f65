/** Something that reads what strangers send. */
export interface Target {
  readonly name: string;
  /** Inputs to begin with. */
  readonly seeds: readonly string[];
  /** Words of the inputs' grammar, and words that went wrong elsewhere. */
  readonly dictionary: readonly string[];
  /** Characters. */
  readonly maxLength: number;
  /** Whose code counts as reached: matched against the URLs of modules. */
  readonly covers: RegExp;
  /** Blocks of that code that one input may run through for each of its characters. */
  readonly maxStepsPerCharacter: number;
  /**
   * Tries an input and checks what must hold. Returns what became of it, in one of few ways to say it, which begins
   * with REFUSED where the input was not taken.
   * @throws whatever is a find.
   */
  readonly attempt: (input: string) => string | Promise<string>;
}

export const REFUSED = "refused: ";
