/** Where every request of a test comes from. */
export const LOOPBACK = "127.0.0.1";
