/** A claim for breach of a tenancy may be brought for six years (Limitation Act 1980, s. 5), and one more to answer. */
export const sevenYears = 7 * 365;

/** A claim may be brought for so long about what was done with somebody's data (Limitation Act 1980, s. 2). */
export const sixYears = 6 * 365 + 2;
