// Written by `npm run generate` from functions/openapi.json, in the form that openapi-fetch reads.

/** What is answered with a status: its body by media type, and its headers. */
type Answer<Content, Headers = unknown> = { headers: Headers & { [name: string]: unknown }; content: Content };

export interface paths {
  "/v1/audit/break-glass": {
    /** Every read for which an officer used break-glass, with the reason, latest first */
    get: operations["getAuditBreakGlass"];
  };
  "/v1/audit/reads": {
    /** Who was shown what of a subject, or what an officer was shown, latest first */
    get: operations["getAuditReads"];
  };
  "/v1/cross-references": {
    /** What the hub has learnt of a system’s keys: which home or person each means, and who taught it */
    get: operations["getCrossReferences"];
  };
  "/v1/cross-references/forget": {
    /** Forget what a system’s key means: what followed from it is asked about again */
    post: operations["postCrossReferencesForget"];
  };
  "/v1/flags": {
    /** The flags about which somebody has to do something, and what, since when and by when */
    get: operations["getFlags"];
  };
  "/v1/flags/drift": {
    /** How far each system is from what it is owed */
    get: operations["getFlagsDrift"];
  };
  "/v1/flags/untold": {
    /** How many people nobody has told that they are marked, nor said why not, by team, the oldest first */
    get: operations["getFlagsUntold"];
  };
  "/v1/flags/{id}": {
    /** One flag as it is, with what was decided and its whole life for those who may see why it stands */
    get: operations["getFlagsById"];
  };
  "/v1/flags/{id}/approve": {
    /** Agree as a second person, to a flag or to its clearance */
    post: operations["postFlagsByIdApprove"];
  };
  "/v1/flags/{id}/clear": {
    /** Clear a flag, or override a rule up to a day */
    post: operations["postFlagsByIdClear"];
  };
  "/v1/flags/{id}/refuse": {
    /** Disagree as a second person */
    post: operations["postFlagsByIdRefuse"];
  };
  "/v1/flags/{id}/review": {
    /** Say that a flag holds, and when to look again */
    post: operations["postFlagsByIdReview"];
  };
  "/v1/flags/{id}/told": {
    /** Say whether the person knows of the flag */
    post: operations["postFlagsByIdTold"];
  };
  "/v1/persons/{ref}": {
    /** Somebody as they are known, by whichever of their keys: their flags and their homes */
    get: operations["getPersonsByRef"];
  };
  "/v1/persons/{ref}/flags": {
    /** Raise a flag on a person of whom the hub has heard, or propose it */
    post: operations["postPersonsByRefFlags"];
  };
  "/v1/persons/{ref}/merge": {
    /** Say that two persons are one: from then on they are shown as one */
    post: operations["postPersonsByRefMerge"];
  };
  "/v1/persons/{ref}/part": {
    /** Say that two who were taken for one are two: each is what they were, and what came since */
    post: operations["postPersonsByRefPart"];
  };
  "/v1/persons/{ref}/timeline": {
    /** Everything that was heard of somebody, under any of their keys, latest first */
    get: operations["getPersonsByRefTimeline"];
  };
  "/v1/properties": {
    /** Find a home by a reference of it or of a case there, a postcode or an address; a retired one by its successors */
    get: operations["getProperties"];
  };
  "/v1/properties/{uprn}": {
    /** A home as it stands: every flag that shows on it and every open case */
    get: operations["getPropertiesByUprn"];
  };
  "/v1/properties/{uprn}/flags": {
    /** Every flag that shows on a home, with its basis for those who need to know */
    get: operations["getPropertiesByUprnFlags"];
    /** Raise a flag on a home or a block, or propose it */
    post: operations["postPropertiesByUprnFlags"];
  };
  "/v1/properties/{uprn}/timeline": {
    /** Everything that happened at a home, latest first, with when the hub heard of it */
    get: operations["getPropertiesByUprnTimeline"];
  };
  "/v1/quarantine": {
    /** What the hub could not take yet of the systems of one’s team, the longest kept first */
    get: operations["getQuarantine"];
  };
  "/v1/quarantine/{id}": {
    /** One item, with what was sent, the reasons, and the homes or persons that may be meant */
    get: operations["getQuarantineById"];
  };
  "/v1/quarantine/{id}/resolve": {
    /** Say which home or person is meant, or give a corrected payload: once */
    post: operations["postQuarantineByIdResolve"];
  };
  "/v1/systems/{system}/events": {
    /** Tell the hub what a source system has to say, in that system’s own format */
    post: operations["postSystemsBySystemEvents"];
  };
  "/v1/systems/{system}/files": {
    /** Ask for a link to upload a file with */
    post: operations["postSystemsBySystemFiles"];
  };
  "/v1/systems/{system}/files/{fileId}": {
    /** What became of a file, with a link to the answer to each of its rows */
    get: operations["getSystemsBySystemFilesByFileId"];
  };
  "/v1/systems/{system}/files/{fileId}/believe": {
    /** Take a snapshot that is held after all */
    post: operations["postSystemsBySystemFilesByFileIdBelieve"];
  };
  "/v1/systems/{system}/flags": {
    /** Say everything that the system holds, and hear what to change */
    put: operations["putSystemsBySystemFlags"];
  };
  "/v1/systems/{system}/receipts": {
    /** Say which versions of which flags the system has taken over */
    post: operations["postSystemsBySystemReceipts"];
  };
  "/v1/systems/{system}/resend": {
    /** Have a system sent everything once more that it is owed and does not have */
    post: operations["postSystemsBySystemResend"];
  };
}

export interface operations {
  "getAuditBreakGlass": {
    parameters: {
      query?: {
        "from"?: string;
        "until"?: string;
        "limit"?: number;
        "cursor"?: string;
      };
      header?: { "lintel-purpose"?: string };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: Answer<{ "application/json": AuditedReads }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "getAuditReads": {
    parameters: {
      query?: {
        "subject"?: string;
        "officer"?: string;
        "from"?: string;
        "until"?: string;
        "limit"?: number;
        "cursor"?: string;
      };
      header?: { "lintel-purpose"?: string };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: Answer<{ "application/json": AuditedReads }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "getCrossReferences": {
    parameters: {
      query: {
        "system": string;
        "limit"?: number;
        "cursor"?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: Answer<{ "application/json": CrossReferences }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "postCrossReferencesForget": {
    parameters: {
      query?: never;
      header: { "idempotency-key": string };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          "system": string;
          "key": string;
        };
      };
    };
    responses: {
      200: Answer<{ "application/json": Forgotten }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      422: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "getFlags": {
    parameters: {
      query: {
        "list": "reviews-due" | "reviews-overdue" | "pending-approval" | "proposed" | "suspended" | "unplaced" | "conflicts" | "households-in-doubt" | "untold" | "quarterly-review";
        "team"?: "repairs" | "resident-services" | "tenancy-enforcement" | "leaks" | "complaints" | "disrepair" | "surveying" | "contact-centre" | "management" | "data-protection";
        "limit"?: number;
        "cursor"?: string;
      };
      header?: { "lintel-purpose"?: string };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: Answer<{ "application/json": Worklist }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "getFlagsDrift": {
    parameters: {
      query?: {
        "system"?: string;
        "limit"?: number;
        "cursor"?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: Answer<{ "application/json": Drift }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "getFlagsUntold": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: Answer<{ "application/json": Untold }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "getFlagsById": {
    parameters: {
      query?: {
        "limit"?: number;
        "cursor"?: string;
      };
      header?: { "lintel-purpose"?: string };
      path: { "id": string };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: Answer<{ "application/json": FlagWithHistory }, { "etag": string }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "postFlagsByIdApprove": {
    parameters: {
      query?: never;
      header: {
        "idempotency-key": string;
        "if-match": string;
      };
      path: { "id": string };
      cookie?: never;
    };
    requestBody: {
      content: { "application/json": AnswerFlag };
    };
    responses: {
      200: Answer<{ "application/json": DecidedFlag }, { "etag": string }>;
      202: Answer<{ "application/json": DecidedFlag }, { "etag": string }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      409: Answer<{ "application/problem+json": Problem }>;
      412: Answer<{ "application/problem+json": Problem }>;
      422: Answer<{ "application/problem+json": Problem }>;
      428: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "postFlagsByIdClear": {
    parameters: {
      query?: never;
      header: {
        "idempotency-key": string;
        "if-match": string;
      };
      path: { "id": string };
      cookie?: never;
    };
    requestBody: {
      content: { "application/json": ClearFlag };
    };
    responses: {
      200: Answer<{ "application/json": DecidedFlag }, { "etag": string }>;
      202: Answer<{ "application/json": DecidedFlag }, { "etag": string }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      409: Answer<{ "application/problem+json": Problem }>;
      412: Answer<{ "application/problem+json": Problem }>;
      422: Answer<{ "application/problem+json": Problem }>;
      428: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "postFlagsByIdRefuse": {
    parameters: {
      query?: never;
      header: {
        "idempotency-key": string;
        "if-match": string;
      };
      path: { "id": string };
      cookie?: never;
    };
    requestBody: {
      content: { "application/json": AnswerFlag };
    };
    responses: {
      200: Answer<{ "application/json": DecidedFlag }, { "etag": string }>;
      202: Answer<{ "application/json": DecidedFlag }, { "etag": string }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      409: Answer<{ "application/problem+json": Problem }>;
      412: Answer<{ "application/problem+json": Problem }>;
      422: Answer<{ "application/problem+json": Problem }>;
      428: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "postFlagsByIdReview": {
    parameters: {
      query?: never;
      header: {
        "idempotency-key": string;
        "if-match": string;
      };
      path: { "id": string };
      cookie?: never;
    };
    requestBody: {
      content: { "application/json": ReviewFlag };
    };
    responses: {
      200: Answer<{ "application/json": DecidedFlag }, { "etag": string }>;
      202: Answer<{ "application/json": DecidedFlag }, { "etag": string }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      409: Answer<{ "application/problem+json": Problem }>;
      412: Answer<{ "application/problem+json": Problem }>;
      422: Answer<{ "application/problem+json": Problem }>;
      428: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "postFlagsByIdTold": {
    parameters: {
      query?: never;
      header: {
        "idempotency-key": string;
        "if-match": string;
      };
      path: { "id": string };
      cookie?: never;
    };
    requestBody: {
      content: { "application/json": PersonTold };
    };
    responses: {
      200: Answer<{ "application/json": DecidedFlag }, { "etag": string }>;
      202: Answer<{ "application/json": DecidedFlag }, { "etag": string }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      409: Answer<{ "application/problem+json": Problem }>;
      412: Answer<{ "application/problem+json": Problem }>;
      422: Answer<{ "application/problem+json": Problem }>;
      428: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "getPersonsByRef": {
    parameters: {
      query?: never;
      header?: { "lintel-purpose"?: string };
      path: { "ref": string };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: Answer<{ "application/json": Person }, { "etag": string }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "postPersonsByRefFlags": {
    parameters: {
      query?: never;
      header: { "idempotency-key": string };
      path: { "ref": string };
      cookie?: never;
    };
    requestBody: {
      content: { "application/json": RaiseFlag };
    };
    responses: {
      201: Answer<{ "application/json": DecidedFlag }, { "etag": string }>;
      202: Answer<{ "application/json": DecidedFlag }, { "etag": string }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      409: Answer<{ "application/problem+json": Problem }>;
      422: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "postPersonsByRefMerge": {
    parameters: {
      query?: never;
      header: {
        "idempotency-key": string;
        "if-match": string;
      };
      path: { "ref": string };
      cookie?: never;
    };
    requestBody: {
      content: { "application/json": SamePerson };
    };
    responses: {
      200: Answer<{ "application/json": WhoIsWho }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      409: Answer<{ "application/problem+json": Problem }>;
      412: Answer<{ "application/problem+json": Problem }>;
      422: Answer<{ "application/problem+json": Problem }>;
      428: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "postPersonsByRefPart": {
    parameters: {
      query?: never;
      header: {
        "idempotency-key": string;
        "if-match": string;
      };
      path: { "ref": string };
      cookie?: never;
    };
    requestBody: {
      content: { "application/json": SamePerson };
    };
    responses: {
      200: Answer<{ "application/json": WhoIsWho }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      409: Answer<{ "application/problem+json": Problem }>;
      412: Answer<{ "application/problem+json": Problem }>;
      422: Answer<{ "application/problem+json": Problem }>;
      428: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "getPersonsByRefTimeline": {
    parameters: {
      query?: {
        "from"?: string;
        "until"?: string;
        "type"?: string;
        "limit"?: number;
        "cursor"?: string;
      };
      header?: { "lintel-purpose"?: string };
      path: { "ref": string };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: Answer<{ "application/json": PersonTimeline }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "getProperties": {
    parameters: {
      query?: {
        "reference"?: string;
        "system"?: string;
        "postcode"?: string;
        "address"?: string;
      };
      header?: { "lintel-purpose"?: string };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: Answer<{
        "application/json": {
          "properties": ({
            "uprn": string;
            "status": "approved" | "provisional" | "retired";
            "address": string;
            /** What else it is or was called (BS 7666 logical status 3, and 8 of a home that still stands) */
            "alternativeAddresses"?: (string)[];
            "postcode": string;
            /** Unique street reference number */
            "usrn"?: string;
            "blockUprn"?: string;
            "floor"?: string;
            "stack"?: string;
            "references": { [name: string]: (string)[] };
            /** The homes that a retired one was merged or split up into; absent where it was demolished */
            "succeededBy"?: (string)[];
          })[];
          /** With `reference`: the cases of that reference, and at which home each is */
          "cases"?: ({
            "kind": string;
            "system": string;
            "reference": string;
            "uprn": string;
            /** Whether it is open still */
            "open": boolean;
          })[];
          /** With `reference`, where nothing has it: those that differ in zeros, spaces or signs alone */
          "near"?: ({
            /** What it is the reference of */
            "kind": string;
            "system": string;
            "reference": string;
          })[];
        };
      }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "getPropertiesByUprn": {
    parameters: {
      query?: never;
      header?: {
        "lintel-purpose"?: string;
        "break-glass"?: string;
      };
      path: { "uprn": string };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: Answer<{ "application/json": Property }, { "break-glass": "recorded" }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "getPropertiesByUprnFlags": {
    parameters: {
      query?: never;
      header?: {
        "lintel-purpose"?: string;
        "break-glass"?: string;
      };
      path: { "uprn": string };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: Answer<{
        "application/json": {
          "uprn": string;
          "flags": ({
            "id": string;
            "code": "do-not-attend" | "do-not-visit-alone" | "do-not-interview-alone" | "no-female-staff-alone" | "physical-abuse" | "verbal-abuse" | "anti-social-behaviour" | "dangerous-animals" | "unsafe-environment" | "court-order-in-force" | "other-incident" | "seek-advice" | "allow-time-at-the-door" | "support-needed" | "hearing-support" | "vision-support" | "health-consideration" | "planned-contact-only" | "plain-words" | "older-resident" | "language-support" | "gender-of-operative" | "acts-through-attorney" | "specific-requirements" | "no-answer-is-urgent" | "contact-team-for-details" | "see-record-for-details" | "physical-support" | "wheelchair-access" | "evacuation-help" | "adult-must-be-present" | "damp-is-urgent" | "heating-is-urgent" | "keep-disturbance-low" | "no-naked-flame" | "supplies-must-stay-on" | "protective-equipment" | "safeguarding" | "safe-contact" | "recovering" | "new-baby" | "care-leaver" | "newly-fled" | "access-missed" | "misses-appointments" | "asbestos" | "electrics-isolated" | "gas-isolated" | "heating-off" | "alarm-not-working" | "structure-unsafe" | "emergency-hazard" | "significant-hazard" | "damp-and-mould" | "under-warranty" | "heritage-listed" | "sewage-not-mains" | "adapted-property" | "gender-of-operative-here" | "void-property" | "location-contact-for-details" | "location-see-record" | "lift-out-of-service" | "interim-fire-measures" | "fire-equipment-fault" | "communal-water-off" | "communal-heating-off" | "communal-asbestos" | "block-structure-unsafe" | "scaffold-up" | "higher-risk-building" | "entry-system-broken" | "active-leak" | "recurrent-leak" | "water-isolated" | "disrepair-claim" | "closed-under-legal-hold" | "access-injunction" | "termination-requested" | "open-complaint" | "ombudsman-case" | "ombudsman-order" | "decided-twice-by-one" | "promise-unkept" | "closed-without-evidence" | "inspection-owed" | "not-heard-from" | "household-unconfirmed" | "complex-case";
            "on": string;
            "tenancyReference"?: string;
            "family": "staff-safety" | "adjustment" | "access" | "property-hazard" | "leak" | "legal" | "complaint" | "assurance";
            "hangsOn": "person" | "tenancy" | "property" | "block";
            "severity": "critical" | "high" | "medium" | "low";
            "instruction": string;
            "state": "proposed" | "pending-approval" | "active" | "review-due" | "review-overdue" | "suspended";
            "since": string;
            "reviewDue"?: string;
            "sources": (string)[];
            "places": (string)[];
            "because"?: {
              "rule": string;
              "ruleVersion": number;
              "events": (string)[];
              "references"?: (string)[];
            };
            "conflict"?: {
              "deniedBy": (string)[];
              "since": string;
            };
            "clearanceRequested"?: string;
            "personTold"?: "informed" | "not-informed";
            "unconfirmed"?: true;
            "version": number;
            "changedAt": string;
            /** Who said so and why: for roles that need to know */
            "basis"?: ({
              "system": string;
              "since": string;
              "localCode": string;
              "basis"?: string;
              /** Something was written, and it is not for this role */
              "basisWithheld"?: true;
              "assertedBy"?: string;
              "approvedBy"?: string;
              "incidentAt"?: string;
              /** The consent or best-interest decision that it rests on */
              "agreement"?: {
                "kind": "consent";
                "givenOn": string;
              } | {
                "kind": "best-interest";
                "decidedOn": string;
                "decidedBy"?: string;
              } | {
                "kind": "without-consent";
                "because": "cannot-be-given" | "cannot-be-expected" | "would-prejudice-protection";
              };
            })[];
          })[];
        };
      }, { "break-glass": "recorded" }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "postPropertiesByUprnFlags": {
    parameters: {
      query?: never;
      header: { "idempotency-key": string };
      path: { "uprn": string };
      cookie?: never;
    };
    requestBody: {
      content: { "application/json": RaiseFlag };
    };
    responses: {
      201: Answer<{ "application/json": DecidedFlag }, { "etag": string }>;
      202: Answer<{ "application/json": DecidedFlag }, { "etag": string }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      409: Answer<{ "application/problem+json": Problem }>;
      422: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "getPropertiesByUprnTimeline": {
    parameters: {
      query?: {
        "from"?: string;
        "until"?: string;
        "type"?: string;
        "limit"?: number;
        "cursor"?: string;
      };
      header?: {
        "lintel-purpose"?: string;
        "break-glass"?: string;
      };
      path: { "uprn": string };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: Answer<{ "application/json": Timeline }, { "break-glass": "recorded" }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "getQuarantine": {
    parameters: {
      query?: {
        "system"?: string;
        "reason"?: "invalid" | "unmatched" | "ambiguous" | "amended" | "never-raised";
        "state"?: "waiting" | "resolved" | "resubmitted";
        "limit"?: number;
        "cursor"?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: Answer<{ "application/json": QuarantineList }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "getQuarantineById": {
    parameters: {
      query?: never;
      header?: { "lintel-purpose"?: string };
      path: { "id": string };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: Answer<{ "application/json": QuarantineItem }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "postQuarantineByIdResolve": {
    parameters: {
      query?: never;
      header: { "idempotency-key": string };
      path: { "id": string };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** The home that is meant: it is learnt for the key */
          "uprn"?: string;
          /** The person who is meant: they are learnt for the key */
          "person"?: string;
          /** The item, corrected: as it is shown, or in its system’s own format; of what was amended, the event as it is shown */
          "payload"?: __schema0;
        };
      };
    };
    responses: {
      202: Answer<{ "application/json": Resolved }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      409: Answer<{ "application/problem+json": Problem }>;
      413: Answer<{ "application/problem+json": Problem }>;
      422: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "postSystemsBySystemEvents": {
    parameters: {
      query?: never;
      header?: never;
      path: { "system": string };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": unknown;
        "text/csv": string;
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
      };
    };
    responses: {
      202: Answer<{ "application/json": Received }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      413: Answer<{ "application/problem+json": Problem }>;
      415: Answer<{ "application/problem+json": Problem }>;
      422: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "postSystemsBySystemFiles": {
    parameters: {
      query?: never;
      header?: never;
      path: { "system": string };
      cookie?: never;
    };
    requestBody: {
      content: { "application/json": FileToUpload };
    };
    responses: {
      201: Answer<{ "application/json": FileUpload }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      422: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "getSystemsBySystemFilesByFileId": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        "system": string;
        "fileId": string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: Answer<{
        "application/json": File;
        "application/x-ndjson": FileResultLine;
      }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "postSystemsBySystemFilesByFileIdBelieve": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        "system": string;
        "fileId": string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          "reason"?: string;
        };
      };
    };
    responses: {
      202: Answer<{ "application/json": File }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      409: Answer<{ "application/problem+json": Problem }>;
      422: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "putSystemsBySystemFlags": {
    parameters: {
      query?: never;
      header?: never;
      path: { "system": string };
      cookie?: never;
    };
    requestBody: {
      content: { "application/json": FlagSet };
    };
    responses: {
      200: Answer<{ "application/json": FlagSetAnswer }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      413: Answer<{ "application/problem+json": Problem }>;
      415: Answer<{ "application/problem+json": Problem }>;
      422: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "postSystemsBySystemReceipts": {
    parameters: {
      query?: never;
      header?: never;
      path: { "system": string };
      cookie?: never;
    };
    requestBody: {
      content: { "application/json": Receipts };
    };
    responses: {
      200: Answer<{ "application/json": ReceiptResults }>;
      400: Answer<{ "application/problem+json": Problem }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      413: Answer<{ "application/problem+json": Problem }>;
      415: Answer<{ "application/problem+json": Problem }>;
      422: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
  "postSystemsBySystemResend": {
    parameters: {
      query?: never;
      header?: never;
      path: { "system": string };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: Answer<{ "application/json": Resent }>;
      401: Answer<{ "application/json": RefusedByGateway }>;
      403: Answer<{ "application/problem+json": Problem }>;
      404: Answer<{ "application/problem+json": Problem }>;
      429: Answer<{ "application/json": RefusedByGateway }>;
      500: Answer<{ "application/problem+json": Problem }>;
      503: Answer<{ "application/problem+json": Problem }>;
    };
  };
}

export type AnswerFlag = {
  /** Why: kept with the decision */
  "reason": string;
};

export type ClearFlag = {
  /** Why: kept with the decision */
  "reason": string;
  /** For a flag of a rule, and only for one: the day on which the rule is believed again */
  "until"?: string;
  /** It never held: told and kept apart from a flag that ended */
  "enteredInError"?: true;
};

export type ReviewFlag = {
  /** Why: kept with the decision */
  "reason": string;
  /** When to look at it again */
  "until": string;
};

export type PersonTold = {
  "informedAt": string;
} | {
  "notInformedBecause": string;
};

export type RaiseFlag = {
  "code": "do-not-attend" | "do-not-visit-alone" | "do-not-interview-alone" | "no-female-staff-alone" | "physical-abuse" | "verbal-abuse" | "anti-social-behaviour" | "dangerous-animals" | "unsafe-environment" | "court-order-in-force" | "other-incident" | "seek-advice" | "allow-time-at-the-door" | "support-needed" | "hearing-support" | "vision-support" | "health-consideration" | "planned-contact-only" | "plain-words" | "older-resident" | "language-support" | "gender-of-operative" | "acts-through-attorney" | "specific-requirements" | "no-answer-is-urgent" | "contact-team-for-details" | "see-record-for-details" | "physical-support" | "wheelchair-access" | "evacuation-help" | "adult-must-be-present" | "damp-is-urgent" | "heating-is-urgent" | "keep-disturbance-low" | "no-naked-flame" | "supplies-must-stay-on" | "protective-equipment" | "safeguarding" | "safe-contact" | "recovering" | "new-baby" | "care-leaver" | "newly-fled" | "access-missed" | "misses-appointments" | "asbestos" | "electrics-isolated" | "gas-isolated" | "heating-off" | "alarm-not-working" | "structure-unsafe" | "emergency-hazard" | "significant-hazard" | "damp-and-mould" | "under-warranty" | "heritage-listed" | "sewage-not-mains" | "adapted-property" | "gender-of-operative-here" | "void-property" | "location-contact-for-details" | "location-see-record" | "lift-out-of-service" | "interim-fire-measures" | "fire-equipment-fault" | "communal-water-off" | "communal-heating-off" | "communal-asbestos" | "block-structure-unsafe" | "scaffold-up" | "higher-risk-building" | "entry-system-broken" | "active-leak" | "recurrent-leak" | "water-isolated" | "disrepair-claim" | "closed-under-legal-hold" | "access-injunction" | "termination-requested" | "open-complaint" | "ombudsman-case" | "ombudsman-order" | "decided-twice-by-one" | "promise-unkept" | "closed-without-evidence" | "inspection-owed" | "not-heard-from" | "household-unconfirmed" | "complex-case";
  /** Why: shown to those who need to know */
  "basis": string;
  /** Of the home alone: every team that works there reads the basis. Left out, it is of people */
  "basisAbout"?: "home" | "people";
  /** For a flag that hangs on a tenancy */
  "tenancyReference"?: string;
  "incidentAt"?: string;
  /** What a flag about needs rests on: shown to those who may see why it stands */
  "agreement"?: {
    "kind": "consent";
    "givenOn": string;
  } | {
    "kind": "best-interest";
    "decidedOn": string;
    "decidedBy"?: string;
  } | {
    "kind": "without-consent";
    "because": "cannot-be-given" | "cannot-be-expected" | "would-prejudice-protection";
  };
  /** Left out, the period of the taxonomy counts */
  "reviewDue"?: string;
  "evidence"?: ({
    "uri": string;
    "mediaType": string;
    "sha256": string;
    "bytes": number;
  })[];
};

export type SamePerson = {
  /** The other person, by the key of the system that keeps them */
  "other": string;
  /** Why: kept with the decision */
  "reason": string;
};

export type FileToUpload = {
  "kind": "events";
  "contentType": string;
  "bytes": number;
  /** S3 then refuses an upload that was damaged on the way */
  "sha256"?: string;
} | {
  "kind": "snapshot";
  /** Which of the system’s full extracts */
  "feed": string;
  "contentType": string;
  "bytes": number;
  /** S3 then refuses an upload that was damaged on the way */
  "sha256"?: string;
};

export type FlagSet = {
  "flags": ({
    /** The flag’s id as in the hub’s messages */
    "id": string;
    "version": number;
  })[];
  /** Warnings that it shows and has not from the hub, by its own reference */
  "own"?: ({
    "localReference": string;
    "code"?: string;
  })[];
};

export type Receipts = {
  "receipts": ({
    "flagId": string;
    /** As in the message that the system took */
    "version": number;
  })[];
};

export type __schema0 = string | number | boolean | null | (__schema0)[] | { [name: string]: __schema0 };

export type AuditedReads = {
  "reads": ({
    /** One for each request that was answered */
    "readId": string;
    "at": string;
    /** The subject of the token */
    "officer": string;
    /** The role in which they read; several are parted by spaces: what is for any of them was shown */
    "role": string;
    "endpoint": string;
    /** What the officer said the read was for */
    "purpose"?: string;
    /** The reason that was given for seeing everything */
    "brokeGlass"?: string;
    /** Whom or what the detail is of */
    "about": string;
    "details": ("name" | "flag-basis" | "personal-text" | "special-category-text" | "quarantine-payload" | "read-audit")[];
  })[];
  /** The cursor of the next page; absent on the last */
  "next"?: string;
};

export type Problem = {
  "type": string;
  "status": number;
  "title": string;
  "detail": string;
  "errors"?: ({
    /** Of a sheet or an array */
    "row"?: number;
    /** A JSON pointer, a column heading or a parameter */
    "path": string;
    "message": string;
    "expected"?: string;
    "received"?: string;
  })[];
} & { [name: string]: unknown };

export type RefusedByGateway = {
  "message": string;
};

export type CrossReferences = {
  "references": ({
    "system": string;
    "key": string;
    "uprn"?: string;
    "person"?: string;
    "because": string;
    "learntAt": string;
    "again"?: true;
    "taughtBy"?: {
      "officer": string;
      "role": string;
    };
    "forgottenAt"?: string;
    "forgottenBy"?: {
      "officer": string;
      "role": string;
    };
  })[];
  /** The cursor of the next page; absent on the last */
  "next"?: string;
};

export type Forgotten = {
  "forgottenAt": string;
  /** How many items in quarantine are asked about again. What else came to a home by its key is taken off it, and waits, within moments */
  "askedAgain": number;
};

export type Worklist = {
  "list": "reviews-due" | "reviews-overdue" | "pending-approval" | "proposed" | "suspended" | "unplaced" | "conflicts" | "households-in-doubt" | "untold" | "quarterly-review";
  "at": string;
  /** The most urgent of this page first */
  "entries": ({
    /** As it is for the team that asks; `version` is its ETag */
    "flag": {
      "id": string;
      "code": "do-not-attend" | "do-not-visit-alone" | "do-not-interview-alone" | "no-female-staff-alone" | "physical-abuse" | "verbal-abuse" | "anti-social-behaviour" | "dangerous-animals" | "unsafe-environment" | "court-order-in-force" | "other-incident" | "seek-advice" | "allow-time-at-the-door" | "support-needed" | "hearing-support" | "vision-support" | "health-consideration" | "planned-contact-only" | "plain-words" | "older-resident" | "language-support" | "gender-of-operative" | "acts-through-attorney" | "specific-requirements" | "no-answer-is-urgent" | "contact-team-for-details" | "see-record-for-details" | "physical-support" | "wheelchair-access" | "evacuation-help" | "adult-must-be-present" | "damp-is-urgent" | "heating-is-urgent" | "keep-disturbance-low" | "no-naked-flame" | "supplies-must-stay-on" | "protective-equipment" | "safeguarding" | "safe-contact" | "recovering" | "new-baby" | "care-leaver" | "newly-fled" | "access-missed" | "misses-appointments" | "asbestos" | "electrics-isolated" | "gas-isolated" | "heating-off" | "alarm-not-working" | "structure-unsafe" | "emergency-hazard" | "significant-hazard" | "damp-and-mould" | "under-warranty" | "heritage-listed" | "sewage-not-mains" | "adapted-property" | "gender-of-operative-here" | "void-property" | "location-contact-for-details" | "location-see-record" | "lift-out-of-service" | "interim-fire-measures" | "fire-equipment-fault" | "communal-water-off" | "communal-heating-off" | "communal-asbestos" | "block-structure-unsafe" | "scaffold-up" | "higher-risk-building" | "entry-system-broken" | "active-leak" | "recurrent-leak" | "water-isolated" | "disrepair-claim" | "closed-under-legal-hold" | "access-injunction" | "termination-requested" | "open-complaint" | "ombudsman-case" | "ombudsman-order" | "decided-twice-by-one" | "promise-unkept" | "closed-without-evidence" | "inspection-owed" | "not-heard-from" | "household-unconfirmed" | "complex-case";
      "on": string;
      "tenancyReference"?: string;
      "family": "staff-safety" | "adjustment" | "access" | "property-hazard" | "leak" | "legal" | "complaint" | "assurance";
      "hangsOn": "person" | "tenancy" | "property" | "block";
      "severity": "critical" | "high" | "medium" | "low";
      "instruction": string;
      "state": "proposed" | "pending-approval" | "active" | "review-due" | "review-overdue" | "suspended";
      "since": string;
      "reviewDue"?: string;
      "sources": (string)[];
      "places": (string)[];
      "because"?: {
        "rule": string;
        "ruleVersion": number;
        "events": (string)[];
        "references"?: (string)[];
      };
      "conflict"?: {
        "deniedBy": (string)[];
        "since": string;
      };
      "clearanceRequested"?: string;
      "personTold"?: "informed" | "not-informed";
      "unconfirmed"?: true;
      "version": number;
      "changedAt": string;
    };
    "owner": "repairs" | "resident-services" | "tenancy-enforcement" | "leaks" | "complaints" | "disrepair" | "surveying" | "contact-centre" | "management" | "data-protection";
    /** Of the person, for teams that need names */
    "name"?: string;
    /** The first of the homes on which it shows; all are in `flag.places` */
    "homes": ({
      "uprn": string;
      "address"?: string;
    })[];
    /** Since when it is on the list; of an unplaced flag, since it was changed last */
    "since": string;
    /** The day by which it has to be done: a review, before a marker ends or a state or fact is overdue */
    "by"?: string;
    /** What to do, in plain words */
    "todo": string;
    /** Where to POST what was decided, with `If-Match` */
    "post": (string)[];
    /** In the quarterly review, for those who see why the flag stands: what was decided in the quarter */
    "decided"?: ({
      "decision": "approved" | "refused" | "reviewed" | "clearance-requested" | "clearance-refused" | "cleared" | "told";
      "at": string;
      "by": {
        "officer": string;
        "role": string;
        "team": "repairs" | "resident-services" | "tenancy-enforcement" | "leaks" | "complaints" | "disrepair" | "surveying" | "contact-centre" | "management" | "data-protection";
      };
      "until"?: string;
      "enteredInError"?: true;
      "informed"?: boolean;
    })[];
  })[];
  /** The cursor of the next page; absent on the last alone. A page before it may be short, even empty */
  "next"?: string;
};

export type Drift = {
  "at": string;
  "systems": ({
    "system": string;
    /** Flags in force that its team may know of */
    "owed": number;
    "missing": number;
    /** Held in an older version */
    "stale": number;
    /** Held, and owed by nobody */
    "extra": number;
    /** Since when the longest missing or stale one has been so */
    "oldest"?: string;
    /** The longest first */
    "differences": ({
      "kind": "missing" | "stale" | "extra";
      /** The flag’s id as in the hub’s messages */
      "id"?: string;
      "code"?: "do-not-attend" | "do-not-visit-alone" | "do-not-interview-alone" | "no-female-staff-alone" | "physical-abuse" | "verbal-abuse" | "anti-social-behaviour" | "dangerous-animals" | "unsafe-environment" | "court-order-in-force" | "other-incident" | "seek-advice" | "allow-time-at-the-door" | "support-needed" | "hearing-support" | "vision-support" | "health-consideration" | "planned-contact-only" | "plain-words" | "older-resident" | "language-support" | "gender-of-operative" | "acts-through-attorney" | "specific-requirements" | "no-answer-is-urgent" | "contact-team-for-details" | "see-record-for-details" | "physical-support" | "wheelchair-access" | "evacuation-help" | "adult-must-be-present" | "damp-is-urgent" | "heating-is-urgent" | "keep-disturbance-low" | "no-naked-flame" | "supplies-must-stay-on" | "protective-equipment" | "safeguarding" | "safe-contact" | "recovering" | "new-baby" | "care-leaver" | "newly-fled" | "access-missed" | "misses-appointments" | "asbestos" | "electrics-isolated" | "gas-isolated" | "heating-off" | "alarm-not-working" | "structure-unsafe" | "emergency-hazard" | "significant-hazard" | "damp-and-mould" | "under-warranty" | "heritage-listed" | "sewage-not-mains" | "adapted-property" | "gender-of-operative-here" | "void-property" | "location-contact-for-details" | "location-see-record" | "lift-out-of-service" | "interim-fire-measures" | "fire-equipment-fault" | "communal-water-off" | "communal-heating-off" | "communal-asbestos" | "block-structure-unsafe" | "scaffold-up" | "higher-risk-building" | "entry-system-broken" | "active-leak" | "recurrent-leak" | "water-isolated" | "disrepair-claim" | "closed-under-legal-hold" | "access-injunction" | "termination-requested" | "open-complaint" | "ombudsman-case" | "ombudsman-order" | "decided-twice-by-one" | "promise-unkept" | "closed-without-evidence" | "inspection-owed" | "not-heard-from" | "household-unconfirmed" | "complex-case";
      /** Of a warning of the system’s own */
      "localReference"?: string;
      "since": string;
    })[];
    "next"?: string;
  })[];
};

export type Untold = {
  "at": string;
  "count": number;
  /** The team with the oldest first */
  "teams": ({
    "team": "repairs" | "resident-services" | "tenancy-enforcement" | "leaks" | "complaints" | "disrepair" | "surveying" | "contact-centre" | "management" | "data-protection";
    "count": number;
    /** The oldest first */
    "longest": ({
      "id": string;
      "code": "do-not-attend" | "do-not-visit-alone" | "do-not-interview-alone" | "no-female-staff-alone" | "physical-abuse" | "verbal-abuse" | "anti-social-behaviour" | "dangerous-animals" | "unsafe-environment" | "court-order-in-force" | "other-incident" | "seek-advice" | "allow-time-at-the-door" | "support-needed" | "hearing-support" | "vision-support" | "health-consideration" | "planned-contact-only" | "plain-words" | "older-resident" | "language-support" | "gender-of-operative" | "acts-through-attorney" | "specific-requirements" | "no-answer-is-urgent" | "contact-team-for-details" | "see-record-for-details" | "physical-support" | "wheelchair-access" | "evacuation-help" | "adult-must-be-present" | "damp-is-urgent" | "heating-is-urgent" | "keep-disturbance-low" | "no-naked-flame" | "supplies-must-stay-on" | "protective-equipment" | "safeguarding" | "safe-contact" | "recovering" | "new-baby" | "care-leaver" | "newly-fled" | "access-missed" | "misses-appointments" | "asbestos" | "electrics-isolated" | "gas-isolated" | "heating-off" | "alarm-not-working" | "structure-unsafe" | "emergency-hazard" | "significant-hazard" | "damp-and-mould" | "under-warranty" | "heritage-listed" | "sewage-not-mains" | "adapted-property" | "gender-of-operative-here" | "void-property" | "location-contact-for-details" | "location-see-record" | "lift-out-of-service" | "interim-fire-measures" | "fire-equipment-fault" | "communal-water-off" | "communal-heating-off" | "communal-asbestos" | "block-structure-unsafe" | "scaffold-up" | "higher-risk-building" | "entry-system-broken" | "active-leak" | "recurrent-leak" | "water-isolated" | "disrepair-claim" | "closed-under-legal-hold" | "access-injunction" | "termination-requested" | "open-complaint" | "ombudsman-case" | "ombudsman-order" | "decided-twice-by-one" | "promise-unkept" | "closed-without-evidence" | "inspection-owed" | "not-heard-from" | "household-unconfirmed" | "complex-case";
      "since": string;
    })[];
  })[];
};

export type FlagWithHistory = {
  "id": string;
  "state": "proposed" | "pending-approval" | "active" | "review-due" | "review-overdue" | "suspended" | "cleared";
  /** Absent once it is cleared */
  "flag"?: Flag;
  /** Of a flag about a person, for those who may see why it stands: the duty under which it is held */
  "lawfulBasis"?: string;
  "basis"?: ({
    "system": string;
    "since": string;
    "localCode": string;
    "basis"?: string;
    /** Something was written, and it is not for this role */
    "basisWithheld"?: true;
    "assertedBy"?: string;
    "approvedBy"?: string;
    "incidentAt"?: string;
    /** The consent or best-interest decision that it rests on */
    "agreement"?: {
      "kind": "consent";
      "givenOn": string;
    } | {
      "kind": "best-interest";
      "decidedOn": string;
      "decidedBy"?: string;
    } | {
      "kind": "without-consent";
      "because": "cannot-be-given" | "cannot-be-expected" | "would-prejudice-protection";
    };
  })[];
  /** The latest of each kind */
  "decisions"?: ({
    "decision": "approved" | "refused" | "reviewed" | "clearance-requested" | "clearance-refused" | "cleared" | "told";
    "at": string;
    "by": {
      "officer": string;
      "role": string;
      "team": "repairs" | "resident-services" | "tenancy-enforcement" | "leaks" | "complaints" | "disrepair" | "surveying" | "contact-centre" | "management" | "data-protection";
    };
    "until"?: string;
    "enteredInError"?: true;
    "informed"?: boolean;
  })[];
  /** Each change, latest first, with the flag before and after */
  "history"?: ({
    "version": number;
    "at": string;
    /** Absent before it was raised, or while it was cleared */
    "before"?: Flag;
    /** Absent once it was cleared */
    "after"?: Flag;
    /** Why it was in force no longer */
    "reason"?: "withdrawn" | "decided" | "expired" | "tenancy-ended" | "rule-no-longer-holds" | "no-longer-listed" | "other-person" | "entered-in-error";
    /** Who did what and when; none where time alone did */
    "events": ({
      "id": string;
      "type": string;
      "system": string;
      "happenedAt": string;
      "heardAt": string;
      "timeBasis": "offset" | "london-assumed" | "date-only" | "heard";
      /** When its source was last seen to say so, where that is not when it happened */
      "observedAt"?: string;
      /** No source said this anew: its full extract no longer has the row, or has it still */
      "inferredFrom"?: "absence" | "presence";
      "lateByDays": number;
      "part": "home" | "source" | "block" | "person";
      /** The entry of the source system that it comes of */
      "entry"?: string;
      /** The entry that it corrects */
      "corrects"?: string;
      /** The id of the event that corrects it: it stays here and counts no more */
      "correctedBy"?: string;
      /** The system says what it was told, in the same word: it is no source of the flag */
      "echo"?: true;
      "data": { [name: string]: unknown };
    })[];
  })[];
  /** The cursor of the next page; absent on the last */
  "next"?: string;
};

export type Flag = {
  "id": string;
  "code": "do-not-attend" | "do-not-visit-alone" | "do-not-interview-alone" | "no-female-staff-alone" | "physical-abuse" | "verbal-abuse" | "anti-social-behaviour" | "dangerous-animals" | "unsafe-environment" | "court-order-in-force" | "other-incident" | "seek-advice" | "allow-time-at-the-door" | "support-needed" | "hearing-support" | "vision-support" | "health-consideration" | "planned-contact-only" | "plain-words" | "older-resident" | "language-support" | "gender-of-operative" | "acts-through-attorney" | "specific-requirements" | "no-answer-is-urgent" | "contact-team-for-details" | "see-record-for-details" | "physical-support" | "wheelchair-access" | "evacuation-help" | "adult-must-be-present" | "damp-is-urgent" | "heating-is-urgent" | "keep-disturbance-low" | "no-naked-flame" | "supplies-must-stay-on" | "protective-equipment" | "safeguarding" | "safe-contact" | "recovering" | "new-baby" | "care-leaver" | "newly-fled" | "access-missed" | "misses-appointments" | "asbestos" | "electrics-isolated" | "gas-isolated" | "heating-off" | "alarm-not-working" | "structure-unsafe" | "emergency-hazard" | "significant-hazard" | "damp-and-mould" | "under-warranty" | "heritage-listed" | "sewage-not-mains" | "adapted-property" | "gender-of-operative-here" | "void-property" | "location-contact-for-details" | "location-see-record" | "lift-out-of-service" | "interim-fire-measures" | "fire-equipment-fault" | "communal-water-off" | "communal-heating-off" | "communal-asbestos" | "block-structure-unsafe" | "scaffold-up" | "higher-risk-building" | "entry-system-broken" | "active-leak" | "recurrent-leak" | "water-isolated" | "disrepair-claim" | "closed-under-legal-hold" | "access-injunction" | "termination-requested" | "open-complaint" | "ombudsman-case" | "ombudsman-order" | "decided-twice-by-one" | "promise-unkept" | "closed-without-evidence" | "inspection-owed" | "not-heard-from" | "household-unconfirmed" | "complex-case";
  "on": string;
  "tenancyReference"?: string;
  "family": "staff-safety" | "adjustment" | "access" | "property-hazard" | "leak" | "legal" | "complaint" | "assurance";
  "hangsOn": "person" | "tenancy" | "property" | "block";
  "severity": "critical" | "high" | "medium" | "low";
  "instruction": string;
  "state": "proposed" | "pending-approval" | "active" | "review-due" | "review-overdue" | "suspended";
  "since": string;
  "reviewDue"?: string;
  "sources": (string)[];
  "places": (string)[];
  "because"?: {
    "rule": string;
    "ruleVersion": number;
    "events": (string)[];
    "references"?: (string)[];
  };
  "conflict"?: {
    "deniedBy": (string)[];
    "since": string;
  };
  "clearanceRequested"?: string;
  "personTold"?: "informed" | "not-informed";
  "unconfirmed"?: true;
  "version": number;
  "changedAt": string;
};

export type DecidedFlag = {
  "id": string;
  "state"?: "proposed" | "pending-approval" | "active" | "review-due" | "review-overdue" | "suspended" | "cleared";
  "reason"?: "withdrawn" | "decided" | "expired" | "tenancy-ended" | "rule-no-longer-holds" | "no-longer-listed" | "other-person" | "entered-in-error";
  /** As it is now; absent once it is cleared */
  "flag"?: Flag;
};

export type Person = {
  "person": string;
  /** Under whom they are shown: another, where officers found the two to be one */
  "shownAs": string;
  /** Everybody else who is the same person */
  "oneWith": (string)[];
  "name"?: string;
  /** Of whose households they are now, by any of the keys */
  "homes": (string)[];
  "flags": ({
    "id": string;
    "code": "do-not-attend" | "do-not-visit-alone" | "do-not-interview-alone" | "no-female-staff-alone" | "physical-abuse" | "verbal-abuse" | "anti-social-behaviour" | "dangerous-animals" | "unsafe-environment" | "court-order-in-force" | "other-incident" | "seek-advice" | "allow-time-at-the-door" | "support-needed" | "hearing-support" | "vision-support" | "health-consideration" | "planned-contact-only" | "plain-words" | "older-resident" | "language-support" | "gender-of-operative" | "acts-through-attorney" | "specific-requirements" | "no-answer-is-urgent" | "contact-team-for-details" | "see-record-for-details" | "physical-support" | "wheelchair-access" | "evacuation-help" | "adult-must-be-present" | "damp-is-urgent" | "heating-is-urgent" | "keep-disturbance-low" | "no-naked-flame" | "supplies-must-stay-on" | "protective-equipment" | "safeguarding" | "safe-contact" | "recovering" | "new-baby" | "care-leaver" | "newly-fled" | "access-missed" | "misses-appointments" | "asbestos" | "electrics-isolated" | "gas-isolated" | "heating-off" | "alarm-not-working" | "structure-unsafe" | "emergency-hazard" | "significant-hazard" | "damp-and-mould" | "under-warranty" | "heritage-listed" | "sewage-not-mains" | "adapted-property" | "gender-of-operative-here" | "void-property" | "location-contact-for-details" | "location-see-record" | "lift-out-of-service" | "interim-fire-measures" | "fire-equipment-fault" | "communal-water-off" | "communal-heating-off" | "communal-asbestos" | "block-structure-unsafe" | "scaffold-up" | "higher-risk-building" | "entry-system-broken" | "active-leak" | "recurrent-leak" | "water-isolated" | "disrepair-claim" | "closed-under-legal-hold" | "access-injunction" | "termination-requested" | "open-complaint" | "ombudsman-case" | "ombudsman-order" | "decided-twice-by-one" | "promise-unkept" | "closed-without-evidence" | "inspection-owed" | "not-heard-from" | "household-unconfirmed" | "complex-case";
    "on": string;
    "tenancyReference"?: string;
    "family": "staff-safety" | "adjustment" | "access" | "property-hazard" | "leak" | "legal" | "complaint" | "assurance";
    "hangsOn": "person" | "tenancy" | "property" | "block";
    "severity": "critical" | "high" | "medium" | "low";
    "instruction": string;
    "state": "proposed" | "pending-approval" | "active" | "review-due" | "review-overdue" | "suspended";
    "since": string;
    "reviewDue"?: string;
    "sources": (string)[];
    "places": (string)[];
    "because"?: {
      "rule": string;
      "ruleVersion": number;
      "events": (string)[];
      "references"?: (string)[];
    };
    "conflict"?: {
      "deniedBy": (string)[];
      "since": string;
    };
    "clearanceRequested"?: string;
    "personTold"?: "informed" | "not-informed";
    "unconfirmed"?: true;
    "version": number;
    "changedAt": string;
  })[];
};

export type WhoIsWho = {
  "person": string;
  /** Under whom they are shown */
  "shownAs": string;
  /** Everybody else who is the same person */
  "oneWith": (string)[];
};

export type PersonTimeline = {
  "person": string;
  "entries": ({
    "id": string;
    "type": string;
    "system": string;
    "happenedAt": string;
    "heardAt": string;
    "timeBasis": "offset" | "london-assumed" | "date-only" | "heard";
    /** When its source was last seen to say so, where that is not when it happened */
    "observedAt"?: string;
    /** No source said this anew: its full extract no longer has the row, or has it still */
    "inferredFrom"?: "absence" | "presence";
    "lateByDays": number;
    "part": "home" | "source" | "block" | "person";
    /** The entry of the source system that it comes of */
    "entry"?: string;
    /** The entry that it corrects */
    "corrects"?: string;
    /** The id of the event that corrects it: it stays here and counts no more */
    "correctedBy"?: string;
    /** The system says what it was told, in the same word: it is no source of the flag */
    "echo"?: true;
    "data": { [name: string]: unknown };
  })[];
  /** The cursor of the next page; absent on the last */
  "next"?: string;
};

export type Property = {
  /** When it was looked up: everything is as the hub knew it then */
  "asOf": string;
  "uprn": string;
  "status": "approved" | "provisional" | "retired";
  /** The homes that a retired one was merged or split up into; absent where it was demolished */
  "succeededBy"?: (string)[];
  "address": string;
  /** What else it is or was called (BS 7666 logical status 3, and 8 of a home that still stands) */
  "alternativeAddresses"?: (string)[];
  "postcode": string;
  "floor"?: string;
  "stack"?: string;
  /** What to do: for the safety of staff first, then the most severe, the longest first */
  "flags": ({
    "severity": "critical" | "high" | "medium" | "low";
    "instruction": string;
    "code": "do-not-attend" | "do-not-visit-alone" | "do-not-interview-alone" | "no-female-staff-alone" | "physical-abuse" | "verbal-abuse" | "anti-social-behaviour" | "dangerous-animals" | "unsafe-environment" | "court-order-in-force" | "other-incident" | "seek-advice" | "allow-time-at-the-door" | "support-needed" | "hearing-support" | "vision-support" | "health-consideration" | "planned-contact-only" | "plain-words" | "older-resident" | "language-support" | "gender-of-operative" | "acts-through-attorney" | "specific-requirements" | "no-answer-is-urgent" | "contact-team-for-details" | "see-record-for-details" | "physical-support" | "wheelchair-access" | "evacuation-help" | "adult-must-be-present" | "damp-is-urgent" | "heating-is-urgent" | "keep-disturbance-low" | "no-naked-flame" | "supplies-must-stay-on" | "protective-equipment" | "safeguarding" | "safe-contact" | "recovering" | "new-baby" | "care-leaver" | "newly-fled" | "access-missed" | "misses-appointments" | "asbestos" | "electrics-isolated" | "gas-isolated" | "heating-off" | "alarm-not-working" | "structure-unsafe" | "emergency-hazard" | "significant-hazard" | "damp-and-mould" | "under-warranty" | "heritage-listed" | "sewage-not-mains" | "adapted-property" | "gender-of-operative-here" | "void-property" | "location-contact-for-details" | "location-see-record" | "lift-out-of-service" | "interim-fire-measures" | "fire-equipment-fault" | "communal-water-off" | "communal-heating-off" | "communal-asbestos" | "block-structure-unsafe" | "scaffold-up" | "higher-risk-building" | "entry-system-broken" | "active-leak" | "recurrent-leak" | "water-isolated" | "disrepair-claim" | "closed-under-legal-hold" | "access-injunction" | "termination-requested" | "open-complaint" | "ombudsman-case" | "ombudsman-order" | "decided-twice-by-one" | "promise-unkept" | "closed-without-evidence" | "inspection-owed" | "not-heard-from" | "household-unconfirmed" | "complex-case";
    "state": "proposed" | "pending-approval" | "active" | "review-due" | "review-overdue" | "suspended";
    "since": string;
    "reviewDue"?: string;
    "id": string;
    "on": string;
    "tenancyReference"?: string;
    "family": "staff-safety" | "adjustment" | "access" | "property-hazard" | "leak" | "legal" | "complaint" | "assurance";
    "hangsOn": "person" | "tenancy" | "property" | "block";
    "sources": (string)[];
    "places": (string)[];
    "because"?: {
      "rule": string;
      "ruleVersion": number;
      "events": (string)[];
      "references"?: (string)[];
    };
    "conflict"?: {
      "deniedBy": (string)[];
      "since": string;
    };
    "clearanceRequested"?: string;
    "personTold"?: "informed" | "not-informed";
    "unconfirmed"?: true;
    "version": number;
    "changedAt": string;
  })[];
  /** The jobs that are open here, the soonest first */
  "dueHere": ({
    "kind": "work-order" | "works";
    "system": string;
    "reference": string;
    "trade"?: string;
    "priority"?: string;
    /** An appointment of today or later, else the day by which it has to be done */
    "by"?: "appointment" | "deadline";
    "at"?: string;
    /** That day has passed, and it is open */
    "overdue"?: true;
  })[];
  "leaks": ({
    "system": string;
    "reference": string;
    /** `home`: the water comes in here; `source`: it seems to come from here */
    "part": string;
    "since": string;
    "stage"?: string;
    "otherHomes": ({
      "uprn": string;
      "address"?: string;
      "part": string;
    })[];
  })[];
  /** When somebody last tried to get in */
  "lastAttempt"?: {
    "at": string;
    /** Its source gave the day and no time */
    "dateOnly"?: true;
    "outcome": "gained" | "missed";
    /** Somebody was at the door; otherwise it was a call or a letter */
    "inPerson": boolean;
  };
  /** What somebody last found here */
  "lastFinding"?: {
    "at": string;
    "dateOnly"?: true;
    "system": string;
    "type": string;
    /** The entry of the timeline */
    "id": string;
    /** As in the timeline */
    "data": { [name: string]: unknown };
  };
  "openCases": ({
    "kind": string;
    "system": string;
    "reference": string;
    "openedAt": string;
    /** Its source gave the day and no time */
    "openedOnDay"?: true;
    "stage"?: string;
    "facts": { [name: string]: unknown };
  })[];
  "household": ({
    "person": string;
    /** The other keys of the same person, where officers found them to be one */
    "alsoKnownAs"?: (string)[];
    "responsible": boolean;
    /** Since when the list of tenancies has their tenancy no more: make sure who lives here */
    "missingSince"?: string;
    "name"?: string;
  })[];
  /** How the home is let now: several where the systems disagree, none where nobody said */
  "tenancies": ({
    /** As its system calls it */
    "tenure"?: string;
    "tenureKind"?: string;
    "since": string;
  })[];
  /** What is to happen here, the soonest first: it takes effect by itself on its day */
  "coming": ({
    "kind": "tenancy-starts" | "tenancy-ends" | "visit" | "works";
    "at": string;
    "system": string;
    "reference": string;
  })[];
  "block"?: {
    "uprn": string;
    "openLeaks": (string)[];
  };
  /** The retired homes that this one succeeded; their records stay as they were */
  "succeeds"?: ({
    "uprn": string;
    "openCases": number;
  })[];
  "signals": {
    "leaks": number;
    "visits": number;
    "noAccess": number;
    "contacts": number;
    "complaints": number;
    "repairs": number;
    "events": number;
  };
  /** When each system last said something of this home */
  "feeds": { [name: string]: string };
  /** Unique street reference number */
  "usrn"?: string;
  "references": { [name: string]: (string)[] };
};

export type Timeline = {
  "uprn": string;
  "entries": ({
    "id": string;
    "type": string;
    "system": string;
    "happenedAt": string;
    "heardAt": string;
    "timeBasis": "offset" | "london-assumed" | "date-only" | "heard";
    /** When its source was last seen to say so, where that is not when it happened */
    "observedAt"?: string;
    /** No source said this anew: its full extract no longer has the row, or has it still */
    "inferredFrom"?: "absence" | "presence";
    "lateByDays": number;
    "part": "home" | "source" | "block" | "person";
    /** The entry of the source system that it comes of */
    "entry"?: string;
    /** The entry that it corrects */
    "corrects"?: string;
    /** The id of the event that corrects it: it stays here and counts no more */
    "correctedBy"?: string;
    /** The system says what it was told, in the same word: it is no source of the flag */
    "echo"?: true;
    "data": { [name: string]: unknown };
  })[];
  /** The cursor of the next page; absent on the last */
  "next"?: string;
};

export type QuarantineList = {
  "items": ({
    "id": string;
    "system": string;
    "state": "waiting" | "resolved" | "resubmitted";
    "reason": "invalid" | "unmatched" | "ambiguous" | "amended" | "never-raised";
    "problems": ({
      "path": string;
      "message": string;
      "expected"?: string;
      "received"?: string;
    })[];
    "receivedAt": string;
    /** Of a sheet or an array */
    "row"?: number;
    "eventType"?: string;
    /** What it waits for; all with one key are re-submitted together */
    "key"?: string;
    "candidates"?: ({
      "uprn": string;
      "address"?: string;
      /** From 0 to 1 */
      "score"?: number;
      "reasons": (string)[];
    })[];
    /** The home among whose household the person is sought */
    "soughtAt"?: string;
    "resolutions": ({
      "at": string;
      "by": {
        "officer": string;
        "role": string;
      } | {
        /** The item or event that answered it */
        "because": string;
      };
      "uprn"?: string;
      "person"?: string;
      /** The payload was replaced */
      "corrected"?: true;
      /** What it was answered by was forgotten */
      "forgotten"?: true;
    })[];
  })[];
  /** The cursor of the next page; absent on the last */
  "next"?: string;
};

export type QuarantineItem = {
  "id": string;
  "system": string;
  "state": "waiting" | "resolved" | "resubmitted";
  "reason": "invalid" | "unmatched" | "ambiguous" | "amended" | "never-raised";
  "problems": ({
    "path": string;
    "message": string;
    "expected"?: string;
    "received"?: string;
  })[];
  "receivedAt": string;
  /** Of a sheet or an array */
  "row"?: number;
  "eventType"?: string;
  /** What it waits for; all with one key are re-submitted together */
  "key"?: string;
  "candidates"?: ({
    "uprn": string;
    "address"?: string;
    /** From 0 to 1 */
    "score"?: number;
    "reasons": (string)[];
  })[];
  /** The home among whose household the person is sought */
  "soughtAt"?: string;
  "resolutions": ({
    "at": string;
    "by": {
      "officer": string;
      "role": string;
    } | {
      /** The item or event that answered it */
      "because": string;
    };
    "uprn"?: string;
    "person"?: string;
    /** The payload was replaced */
    "corrected"?: true;
    /** What it was answered by was forgotten */
    "forgotten"?: true;
  })[];
  "contentType": string;
  /** As it came: JSON, or text where it is none */
  "payload": unknown;
  /** Of what waits for a person: who lives at `soughtAt` now; one of them may be meant */
  "residents"?: ({
    "person": string;
    "responsible": boolean;
    "name"?: string;
  })[];
  /** Of what was amended: the event that was first heard under its id */
  "firstHeard"?: unknown;
  /** The places in which it says something else than that */
  "differs"?: (string)[];
  /** What was put in its place */
  "corrected"?: unknown;
};

export type Resolved = {
  "id": string;
  "resolution": {
    "at": string;
    "by": {
      "officer": string;
      "role": string;
    } | {
      /** The item or event that answered it */
      "because": string;
    };
    "uprn"?: string;
    "person"?: string;
    /** The payload was replaced */
    "corrected"?: true;
    /** What it was answered by was forgotten */
    "forgotten"?: true;
  };
};

export type Received = {
  "accepted": ({
    "row": number;
    "events": ({
      "id": string;
      "type": string;
      "subject": string;
    })[];
  })[];
  "rejected": ({
    "row": number;
    "problems": ({
      /** Of a sheet or an array */
      "row"?: number;
      /** A JSON pointer, a column heading or a parameter */
      "path": string;
      "message": string;
      "expected"?: string;
      "received"?: string;
    })[];
  })[];
  "quarantined": ({
    "row": number;
    "id": string;
    "reason": string;
  })[];
};

export type FileUpload = {
  "fileId": string;
  /** PUT the bytes here, once */
  "uploadUrl": string;
  /** To be sent with them, as they are */
  "headers": { [name: string]: string };
  "expiresAt": string;
  /** Where to ask what became of the file */
  "resultUrl": string;
};

export type File = {
  "fileId": string;
  "kind": "events" | "snapshot";
  "feed"?: string;
  "contentType": string;
  "bytes": number;
  "registeredAt": string;
  /** `held`: a snapshot that is too unlike the last one, until somebody believes it */
  "state": "waiting" | "processing" | "held" | "done" | "refused";
  "counts"?: {
    "rows": number;
    "accepted": number;
    "rejected": number;
    "quarantined": number;
    "appeared"?: number;
    "returned"?: number;
    "changed"?: number;
    "disappeared"?: number;
    "unchanged"?: number;
    "confirmed"?: number;
  };
  "held"?: {
    "reason": "fewer-rows" | "last-row-unreadable" | "rows-without-key";
    "rows": number;
    "rowsBefore": number;
    "disappeared": number;
    "gone"?: (string)[];
    "rowsWithoutKey": number;
  };
  "believed"?: {
    "by": string;
    "at": string;
    "reason"?: string;
  };
  "problem"?: string;
  "finishedAt"?: string;
  /** JSON lines, one for each row (of a snapshot, for each difference) */
  "result"?: {
    "url": string;
    "expiresAt": string;
    "bytes": number;
  };
};

export type FileResultLine = {
  "row"?: number;
  "key"?: string;
  "change"?: "appeared" | "returned" | "changed" | "confirmed" | "disappeared" | "rejected";
  "outcome": "accepted";
  "events": ({
    "id": string;
    "type": string;
    "subject": string;
    /** Nobody said so anew: it follows from the row that is gone, or is there still */
    "inferredFrom"?: "absence" | "presence";
  })[];
} | {
  "row"?: number;
  "key"?: string;
  "change"?: "appeared" | "returned" | "changed" | "confirmed" | "disappeared" | "rejected";
  "outcome": "rejected";
  "problems": ({
    "path": string;
    "message": string;
    "expected"?: string;
    "received"?: string;
  })[];
} | {
  "row"?: number;
  "key"?: string;
  "change"?: "appeared" | "returned" | "changed" | "confirmed" | "disappeared" | "rejected";
  "outcome": "quarantined";
  "id": string;
  "reason": string;
  "problems": ({
    "path": string;
    "message": string;
    "expected"?: string;
    "received"?: string;
  })[];
};

export type FlagSetAnswer = {
  /** How many are as they should be */
  "same": number;
  "counts": {
    "raise": number;
    "update": number;
    "remove": number;
  };
  "raise": ({
    /** The flag’s id as in the hub’s messages */
    "id": string;
    "version": number;
    "contentType": string;
    /** What the hub would send it, in the system’s own format */
    "message": unknown;
  })[];
  "update": ({
    /** The flag’s id as in the hub’s messages */
    "id": string;
    "version": number;
    "contentType": string;
    /** What the hub would send it, in the system’s own format */
    "message": unknown;
  })[];
  "remove": ({
    /** The flag’s id as in the hub’s messages */
    "id": string;
    "version": number;
    "contentType": string;
    /** What the hub would send it, in the system’s own format */
    "message": unknown;
  } | {
    /** The flag’s id as in the hub’s messages */
    "id": string;
  } | {
    "localReference": string;
  })[];
  /** False: there is more than one answer holds. Do this much, and send the whole set again */
  "complete": boolean;
};

export type ReceiptResults = {
  "receipts": ({
    "flagId": string;
    /** As in the message that the system took */
    "version": number;
    /** `unknown`: the system was never sent this; `stale`: it was sent a higher version since, which this does not acknowledge */
    "result": "acknowledged" | "unknown" | "stale";
  })[];
};

export type Resent = {
  "raise": number;
  "update": number;
  "remove": number;
  /** False: there is more. Ask again once these are delivered */
  "complete": boolean;
};

export interface components {
  "schemas": {
    "AnswerFlag": AnswerFlag;
    "ClearFlag": ClearFlag;
    "ReviewFlag": ReviewFlag;
    "PersonTold": PersonTold;
    "RaiseFlag": RaiseFlag;
    "SamePerson": SamePerson;
    "FileToUpload": FileToUpload;
    "FlagSet": FlagSet;
    "Receipts": Receipts;
    "__schema0": __schema0;
    "AuditedReads": AuditedReads;
    "Problem": Problem;
    "RefusedByGateway": RefusedByGateway;
    "CrossReferences": CrossReferences;
    "Forgotten": Forgotten;
    "Worklist": Worklist;
    "Drift": Drift;
    "Untold": Untold;
    "FlagWithHistory": FlagWithHistory;
    "Flag": Flag;
    "DecidedFlag": DecidedFlag;
    "Person": Person;
    "WhoIsWho": WhoIsWho;
    "PersonTimeline": PersonTimeline;
    "Property": Property;
    "Timeline": Timeline;
    "QuarantineList": QuarantineList;
    "QuarantineItem": QuarantineItem;
    "Resolved": Resolved;
    "Received": Received;
    "FileUpload": FileUpload;
    "File": File;
    "FileResultLine": FileResultLine;
    "FlagSetAnswer": FlagSetAnswer;
    "ReceiptResults": ReceiptResults;
    "Resent": Resent;
  };
}
