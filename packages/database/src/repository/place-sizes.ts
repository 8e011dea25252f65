/** How many users a stretch of ids holds, on each level, before the next one begins. */
export interface PlaceSizes {
  readonly small: number;
  readonly large: number;
}

/** To find a page takes a look at all large ones, at the small ones in one of them, and at the users in one of those. */
export const PLACE_SIZES: PlaceSizes = { small: 250, large: 16_000 };

/** Before every other id. */
export const NIL_ID = "00000000-0000-0000-0000-000000000000";
