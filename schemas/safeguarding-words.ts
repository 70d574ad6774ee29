/** `DV` alone is a drain valve as well: hiding a repair would be a danger of its own. */
const spoken =
  /\b(domestic (abuse|violence)|dva? (case|victim|survivor|perpetrator|referral|support|incident)|marac|idvas?|isvas?|dash (risk|assessment|form|referral)|safe ?guarding|child protection|non molestation|occupation order|coercive control|honou?r based|forced marriage|stalking|sexual (abuse|violence)|women s refuge)\b/;

/** Whether a text or a short phrase, such as the category of a note, speaks of domestic abuse or safeguarding. */
export function speaksOfSafeguarding(phrase: string): boolean {
  const words = phrase
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ');
  return spoken.test(words);
}
