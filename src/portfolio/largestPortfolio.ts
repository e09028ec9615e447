/** Beyond this a page could not hold the portfolio anyway, and a message of that size would stall the host. In bytes. */
export const LARGEST_BYTES = 64 * 1024 * 1024;
