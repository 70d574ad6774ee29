/** What comes once a year has come once more, and whoever notices a month later that something was lost can still replay it. */
export const thirteenMonths = 400;

/** A claim may be brought for so long about what was done with somebody's data (Limitation Act 1980, s. 2). */
export const sixYears = 6 * 365 + 2;

/** In months: this year and the two before it are what people page through, and what is still corrected. */
export const twoYears = 24;
