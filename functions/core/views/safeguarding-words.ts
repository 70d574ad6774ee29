/** `DV` alone is a drain valve as well: hiding a repair would be a danger of its own. */
const spoken =
  /\b(domestic (abuse|violence)|dva? (case|victim|survivor|perpetrator|referral|support|incident)|marac|safe ?guarding|coercive control|honou?r based|forced marriage|stalking|sexual (abuse|violence)|women s refuge)\b/;

/** Whether a short phrase of a source system, such as the category of a note, speaks of domestic abuse or safeguarding. */
export function speaksOfSafeguarding(phrase: string): boolean {
  const words = phrase
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ');
  return spoken.test(words);
}
