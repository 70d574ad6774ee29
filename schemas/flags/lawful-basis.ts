/** Why each kind of flag may be held, for the impact assessment: the duty, and the condition where data are sensitive. */
export const lawfulBasis = {
  staffSafety:
    'UK GDPR Art. 6(1)(c): an employer’s duty to its staff (Health and Safety at Work etc. Act 1974, s. 2); for offences Art. 10 with the Data Protection Act 2018, Sch. 1, para. 1.',
  adjustment:
    'UK GDPR Art. 6(1)(c) and 9(2)(g): reasonable adjustments (Equality Act 2010, ss. 20 and 29) with the Data Protection Act 2018, Sch. 1, para. 6.',
  safeguarding:
    'UK GDPR Art. 6(1)(e) and 9(2)(g): safeguarding of children and of individuals at risk (Data Protection Act 2018, Sch. 1, para. 18).',
  access:
    'UK GDPR Art. 6(1)(c): a landlord has to take and to show all reasonable steps to get in (Landlord and Tenant Act 1985, ss. 10A and 11).',
  homeSafety:
    'UK GDPR Art. 6(1)(c): a home free of hazards for residents and staff (Landlord and Tenant Act 1985, ss. 9A, 10A and 11; Health and Safety at Work etc. Act 1974, ss. 2 and 3).',
  asbestos:
    'UK GDPR Art. 6(1)(c): the duty to manage asbestos and to tell those who may disturb it (Control of Asbestos Regulations 2012, reg. 4).',
  fireSafety:
    'UK GDPR Art. 6(1)(c): fire safety of shared parts, their lifts and fire-fighting equipment (Regulatory Reform (Fire Safety) Order 2005; Fire Safety (England) Regulations 2022).',
  buildingSafety:
    'UK GDPR Art. 6(1)(c): management of building safety risks of higher-risk buildings (Building Safety Act 2022, Part 4).',
  buildingFacts:
    'UK GDPR Art. 6(1)(e): management of social housing; a fact about the building, personal only by its address.',
  tenancy: 'UK GDPR Art. 6(1)(b): performance of the tenancy agreement.',
  legalClaim:
    'UK GDPR Art. 6(1)(c) and 9(2)(f): answering a legal claim (Landlord and Tenant Act 1985, s. 11; Pre-Action Protocol for Housing Conditions Claims).',
  complaint:
    'UK GDPR Art. 6(1)(c): complaints and the Ombudsman’s statutory code (Housing Act 1996, Sch. 2; Social Housing (Regulation) Act 2023, s. 40).',
  assurance:
    'UK GDPR Art. 6(1)(e): the landlord’s own oversight of its services under the consumer standards (Housing and Regeneration Act 2008, s. 193).',
} as const;
