// Made by "npm run web:types" from the API's OpenAPI document; not edited by hand.
export interface paths {
    "/v1/calculators/deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The forms and statutes with deadlines, their clocks, and the facts each asks for */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All forms */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                regime: string;
                                title: string;
                                jurisdiction: string;
                                versions: ({
                                    version: string;
                                    effectiveFrom: string;
                                    effectiveTo: string | null;
                                    /** @description What a contract on it fills in that sets clocks going; null where it is no contract */
                                    blanks: {
                                        periods: {
                                            name: string;
                                            title: string;
                                            days: number | null;
                                        }[];
                                        dates: {
                                            name: string;
                                            title: string;
                                        }[];
                                    } | null;
                                    clocks: unknown[];
                                } & {
                                    [key: string]: unknown;
                                })[];
                            }[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Calculate one deadline with its working; stores nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        regime: string;
                        formVersion?: string | null;
                        clock: string;
                        zone?: string | null;
                        inputs: {
                            [key: string]: string | number | boolean | string[] | null;
                        };
                        calendar?: {
                            id: string;
                            holidays?: {
                                name: string;
                                date: string;
                                observed?: string | null;
                                appliesToPeriodsStartingFrom?: string | null;
                            }[] | null;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description The deadline, the days counted and skipped, and the clause it comes from */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            date: string | null;
                            localTime: string | null;
                            instant: string | null;
                            answer: boolean | null;
                            zone: string | null;
                            working: {
                                steps: ({
                                    step: string;
                                    days?: {
                                        date: string;
                                        number: number | null;
                                        skipped: string | null;
                                    }[];
                                } & {
                                    [key: string]: unknown;
                                })[];
                                clause: {
                                    regime: string;
                                    form: string;
                                    version: string;
                                    paragraph: string;
                                    source: string;
                                    mark: string;
                                } & {
                                    [key: string]: unknown;
                                };
                            };
                            unusedInputs: string[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The formulas there are, with their inputs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All formulas */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                formula: string;
                                title: string;
                                source: string;
                                inputs?: unknown;
                            }[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculators/{formula}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Calculate one formula; stores nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    formula: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Inputs as used, and the result */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            formula: string;
                            inputs: {
                                [key: string]: unknown;
                            };
                            outputs: {
                                [key: string]: number | string | boolean | null;
                            };
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your calendar address, without the address itself */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What it shows, since when, and when a program last read it (to the hour) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            feed: components["schemas"]["CalendarFeed"];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make an address for your calendar program; the one before ends
         * @description Whoever has the address reads the dates, so it is shown this once. It ends with your access to the brokerage.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default key-dates
                         * @enum {string}
                         */
                        what?: "key-dates" | "closings";
                    };
                };
            };
            responses: {
                /** @description The address */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CalendarFeed"] & {
                            /** Format: uri */
                            url: string;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** End your calendar address */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description There is none any more */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A row per file: what is at risk, what is blocked, who must act
         * @description All rows at once, up to 2,000 files; `truncated` says that there are more. Health is derived as in GET /v1/deals/{no}/health.
         */
        get: {
            parameters: {
                query?: {
                    stage?: "open" | "drafting" | "blocked" | "approval" | "following-up" | "listed" | "accepted" | "under-contract" | "closing" | "closed" | "declined" | "expired" | "fell-through" | "dead";
                    side?: "listing" | "buyer" | "wholesale";
                    open?: "true" | "false" | "all";
                    health?: "on track" | "at risk" | "blocked" | "breached";
                    /** @description Closes from today to so many days ahead */
                    closingWithinDays?: number | null;
                    /** @description Contact id of the agent on our side */
                    agent?: string;
                    /** @description In the address, the agent, what is waited for; or the number */
                    text?: string;
                    sort?: "health" | "closing" | "next" | "waiting" | "contact" | "deal";
                    order?: "asc" | "desc";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The rows, and the instant they are true for */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["BoardRow"][];
                            truncated: boolean;
                            /**
                             * Format: date-time
                             * @example 2026-11-21T15:00:00.000Z
                             */
                            now: string;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What time it is for the business, and whether it is being moved */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The clock */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Clock"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clock/happened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened at the brokerage in the last move of the clock, day by day; so far, while it moves
         * @description Days are those of the zone of the brokerage; a day on which nothing happened is left out.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By day; empty before the first move */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Happened"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clock/forward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let time go by on an embedded instance, everyone in step
         * @description For brokers, coordinators and engineers. Poll GET /v1/clock until `moving` is null.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        days?: number;
                        /** Format: date-time */
                        until?: string;
                    };
                };
            };
            responses: {
                /** @description Asked for */
                202: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Clock"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/contract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contract in force, or the one that ended last, with its amendments */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The contract */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"] & {
                            formTitle: string;
                            /** @description What its form has to fill in that sets clocks going */
                            blanks: {
                                periods: {
                                    name: string;
                                    title: string;
                                    days: number | null;
                                }[];
                                dates: {
                                    name: string;
                                    title: string;
                                }[];
                            };
                            amendments: {
                                amendmentNo: number;
                                reason: string;
                                changes: {
                                    [key: string]: unknown;
                                };
                                ripple?: unknown;
                                /** Format: date-time */
                                at: string;
                                by: string;
                            }[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Record the signed contract; computes all its deadlines at once
         * @description Form and version, the effective date, price, periods and dates filled in, and who takes part. Each deadline answers with its working, and is watched from now on.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        form: "tx-trec-resale" | "ca-car-rpa" | "fl-far-bar" | "fl-crsp" | "fl-vacant-land" | "co-contract-to-buy" | "wa-nwmls" | "us-generic";
                        formVersion?: string;
                        /** Format: date */
                        effectiveOn: string;
                        /** @default 12:00 */
                        effectiveTime?: string;
                        priceCents?: number;
                        /** @default {} */
                        periods?: {
                            [key: string]: number;
                        };
                        /** @default {} */
                        dates?: {
                            [key: string]: string | boolean | ("will" | "will-not" | "neither");
                        };
                        state?: string;
                        zone?: string;
                        /** @default [] */
                        parties?: {
                            /** @enum {string} */
                            role: "buyer" | "seller" | "buyer-agent" | "listing-agent" | "lender" | "title" | "escrow" | "inspector" | "attorney" | "assignee";
                            /** Format: uuid */
                            contactId?: string;
                            name?: string;
                            email?: string;
                            phone?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Recorded; its clocks run */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"] & {
                            deadlines: components["schemas"]["Deadline"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An amendment: with dryRun=true what it would move, without it one act */
        post: {
            parameters: {
                query?: {
                    dryRun?: "true" | "false";
                };
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        priceCents?: number;
                        /** Format: date */
                        effectiveOn?: string;
                        periods?: {
                            [key: string]: number | null;
                        };
                        dates?: {
                            [key: string]: string | boolean | ("will" | "will-not" | "neither") | null;
                        };
                        parties?: {
                            /** @default [] */
                            add?: {
                                /** @enum {string} */
                                role: "buyer" | "seller" | "buyer-agent" | "listing-agent" | "lender" | "title" | "escrow" | "inspector" | "attorney" | "assignee";
                                /** Format: uuid */
                                contactId?: string;
                                name?: string;
                                email?: string;
                                phone?: string;
                            }[];
                            /** @default [] */
                            leave?: string[];
                        };
                    };
                };
            };
            responses: {
                /** @description What moves, or moved */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dryRun: boolean;
                            amendmentNo: number | null;
                            changes: {
                                [key: string]: unknown;
                            };
                            /** @description What moves: prior and next with the working */
                            deadlines: {
                                [key: string]: unknown;
                            }[];
                            watchers: {
                                workflowId: string;
                                effect: string;
                            }[];
                            /** @description Drafts that speak of a date that moves */
                            messages: {
                                [key: string]: unknown;
                            }[];
                            tasks: {
                                [key: string]: unknown;
                            }[];
                            /** @description Open requests for signatures of a party that leaves */
                            envelopes: {
                                [key: string]: unknown;
                            }[];
                            /** @description Whom to tell */
                            people: {
                                role: string;
                                why: string;
                            }[];
                            /** @description What the law asks for now that it did not, or no longer */
                            documents: {
                                [key: string]: unknown;
                            }[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/fall-through": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The contract ended without a closing: why, and what becomes of the earnest money */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        /** @enum {string} */
                        earnestMoney: "to-buyer" | "to-seller" | "split" | "disputed" | "none-paid";
                    };
                };
            };
            responses: {
                /** @description The contract as it ended */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a deal that ended once more; it waits for a contract */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Open again; its run starts */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deal"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The assignment of a wholesale contract, and what the law asks first
         * @description Also before one is drafted: what must be true, how each stands today, source and confidence. What is not confirmed is shown, not enforced.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The newest assignment, and the law */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            assignment: components["schemas"]["Assignment"];
                            law: components["schemas"]["WholesaleRequirement"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Draft the assignment of a wholesale contract, or change the draft
         * @description With the written statements made so far and their dates. An effective date that the law makes impossible (a notice too late, a period in which the seller may cancel) is refused with the first day that is possible; a broker may go on with a reason where the law allows it.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        assigneePartyId: string;
                        feeCents: number | 0;
                        /** Format: date */
                        effectiveOn: string;
                        /** Format: uuid */
                        documentId?: string;
                        /** @default [] */
                        disclosures?: {
                            /** @enum {string} */
                            fact: "SellerWholesaleDisclosure.Received" | "RightToCounsel.Disclosed" | "AssigneeDisclosure.Given" | "AssignmentNotice.Given";
                            /** Format: date */
                            on: string;
                            /** Format: uuid */
                            documentId?: string;
                            note?: string;
                        }[];
                        override?: {
                            requirements: string[];
                            reason: string;
                        };
                    };
                };
            };
            responses: {
                /** @description The draft as it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Assignment"];
                    };
                };
                /** @description Drafted; `disclosed` once every statement is recorded */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Assignment"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/assignment/effective": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The assignment took effect; refused while anything that the law asks is unmet */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        effectiveOn?: string;
                        override?: {
                            requirements: string[];
                            reason: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Effective, with the law as it was met */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Assignment"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/assignment/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an assignment that has not taken effect */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description The assignment as it ended */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Assignment"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/seller-cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The seller used a statutory right to cancel; the contract ends as fallen through
         * @description Taken only where a period of the wholesaling law was open on the day the cancellation came. Any other end is a fall-through.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        receivedOn?: string;
                        /** Format: uuid */
                        documentId?: string;
                        /** @enum {string} */
                        earnestMoney: "to-buyer" | "to-seller" | "split" | "disputed" | "none-paid";
                    };
                };
            };
            responses: {
                /** @description The contract as it ended */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/automation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What follow-ups sent about a deal, and what they send next, when and by whose clock */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Those that go on first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @example 2026-11-21T15:00:00.000Z
                             */
                            sendingStoppedAt: string | null;
                            followUps: components["schemas"]["FollowUp"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All deadlines with their working */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Nearest first; those without a date yet last */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Deadline"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make a deadline by hand: a date, or days from a date of the file
         * @description Computed, moved by amendments and facts, and watched like every other. `watched: false` keeps it as a row that nobody is reminded of.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @enum {string} */
                        actor: "buyer" | "seller" | "agent" | "coordinator" | "broker" | "lender" | "title";
                        /** Format: date */
                        date?: string;
                        count?: {
                            days: number;
                            /**
                             * @default days
                             * @enum {string}
                             */
                            unit?: "days" | "business-days";
                            /**
                             * @default after
                             * @enum {string}
                             */
                            direction?: "after" | "before";
                            /** @enum {string} */
                            from: "effectiveDate" | "closingDate" | "contractReceivedByTitleDate" | "commitmentReceivedDate" | "surveyReceivedDate" | "objectionsReceivedDate" | "objectionsCuredDate" | "noticeReceivedDate" | "documentsReceivedDate" | "fundsReceivedDate" | "consummationDate" | "wholesaleDisclosureReceivedDate" | "assignmentEffectiveDate";
                            /**
                             * @default us-federal
                             * @enum {string}
                             */
                            calendar?: "us-federal" | "us-federal-reserve" | "tx-gov-code-662" | "ca-gov-code-6700" | "wa-rcw-1.16.050";
                        };
                        /** @default 23:59 */
                        localTime?: string;
                        /** @enum {string} */
                        evidence?: "EarnestMoney.Received" | "AdditionalDeposit.Received" | "OptionFee.Received" | "InspectionReport.Received" | "Appraisal.Received" | "Financing.Approved" | "Insurance.Bound" | "Contingency.Removed" | "SellerDocuments.Received" | "SellerDisclosure.Delivered" | "SellerDisclosure.Accepted" | "Contract.ReceivedByTitle" | "TitleCommitment.Received" | "ExceptionDocuments.Received" | "Survey.Received" | "TitleObjections.Sent" | "TitleObjections.Cured" | "TitleObjections.Settled" | "CondoDocuments.Received" | "ClosingDisclosure.Received" | "LeadInspection.Completed" | "Deposit.ReceivedByBrokerage" | "Deposit.HandedToBroker" | "Deposit.PlacedInEscrow" | "SellerWholesaleDisclosure.Received" | "RightToCounsel.Disclosed" | "AssigneeDisclosure.Given" | "AssignmentNotice.Given" | "WalkThrough.Completed" | "Closing.Completed" | "Funding.Completed" | "Recording.Completed" | "ListingAgreement.Signed" | "Showing.Scheduled" | "BackupOffer.Received";
                        /** @default true */
                        watched?: boolean;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description The deadline with its working */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deadline"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/deadlines/{clock}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One deadline with its working, and what its watcher waits for */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                    clock: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The deadline */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deadline"] & {
                            explanation: string;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Satisfy, waive, terminate, toll or resume a deadline, set its date by hand, or give it back to its rule */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                    clock: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        act: "satisfy";
                        reason: string;
                        proof?: string;
                    } | {
                        /** @enum {string} */
                        act: "waive";
                        reason: string;
                        proof?: string;
                    } | {
                        /** @enum {string} */
                        act: "terminate";
                        reason: string;
                        proof?: string;
                    } | {
                        /** @enum {string} */
                        act: "toll";
                        reason: string;
                        proof?: string;
                    } | {
                        /** @enum {string} */
                        act: "resume";
                        reason: string;
                        proof?: string;
                    } | {
                        /** @enum {string} */
                        act: "set-date";
                        /** Format: date */
                        date: string;
                        /** @default 23:59 */
                        localTime?: string;
                        reason: string;
                        proof?: string;
                    } | {
                        /** @enum {string} */
                        act: "by-rule";
                        reason: string;
                        proof?: string;
                    };
                };
            };
            responses: {
                /** @description The deadline as it stands */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deadline"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has happened on the file, with its evidence */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Oldest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["FileFact"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Record what happened: earnest money received, inspection, appraisal, closing …
         * @description Settles the deadline it is the evidence of, and starts or moves those that count from it. Said again otherwise, it is corrected.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        fact: "EarnestMoney.Received" | "AdditionalDeposit.Received" | "OptionFee.Received" | "InspectionReport.Received" | "Appraisal.Received" | "Financing.Approved" | "Insurance.Bound" | "Contingency.Removed" | "SellerDocuments.Received" | "SellerDisclosure.Delivered" | "SellerDisclosure.Accepted" | "Contract.ReceivedByTitle" | "TitleCommitment.Received" | "ExceptionDocuments.Received" | "Survey.Received" | "TitleObjections.Sent" | "TitleObjections.Cured" | "TitleObjections.Settled" | "CondoDocuments.Received" | "ClosingDisclosure.Received" | "LeadInspection.Completed" | "Deposit.ReceivedByBrokerage" | "Deposit.HandedToBroker" | "Deposit.PlacedInEscrow" | "SellerWholesaleDisclosure.Received" | "RightToCounsel.Disclosed" | "AssigneeDisclosure.Given" | "AssignmentNotice.Given" | "WalkThrough.Completed" | "Closing.Completed" | "Funding.Completed" | "Recording.Completed" | "ListingAgreement.Signed" | "Showing.Scheduled" | "BackupOffer.Received";
                        /** Format: date */
                        effectiveOn?: string;
                        amountCents?: number;
                        text?: string;
                        /** @enum {string} */
                        contingency?: "loan" | "appraisal" | "investigation" | "inspection-resolution" | "seller-documents" | "title" | "insurance";
                        evidence?: {
                            /** Format: uuid */
                            documentId?: string;
                            note?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description The fact, and the deadlines as they stand */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FileFact"] & {
                            deadlines: components["schemas"]["Deadline"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/facts/{factId}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what was recorded by mistake, such as on the wrong deal
         * @description The clocks it had settled run again, and those that are over are missed at once. Its document stays. For coordinators and brokers.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                    factId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description The fact as it was, and the deadlines as they stand */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FileFact"] & {
                            deadlines: components["schemas"]["Deadline"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What went to the brokerage's CRM and its own people, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                    status?: "queued" | "done" | "skipped" | "refused" | "unknown";
                    kind?: "crm-contact" | "crm-ping" | "agent-notice" | "personal-message" | "daily-digest";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Delivery"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a refused delivery once more, under the id it had */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Queued again; its run delivers it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Delivery"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the law asks of a deal, where each document stands, and what nobody has answered */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The checklist */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Checklist"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/law-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * State facts about property and parties; null takes one back
         * @description With `dryRun=true` it answers which documents would change and writes nothing.
         */
        post: {
            parameters: {
                query?: {
                    dryRun?: "true" | "false";
                };
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string|null} */
                        side?: "seller" | "buyer" | "both" | null;
                        propertyState?: string | null;
                        units?: number | null;
                        yearBuilt?: number | null;
                        occupiedBefore?: boolean | null;
                        residential?: boolean | null;
                        hasHoa?: boolean | null;
                        isCondo?: boolean | null;
                        financed?: boolean | null;
                        cash?: boolean | null;
                        consumerLoan?: boolean | null;
                        sellerForeign?: boolean | null;
                        sellerEntity?: boolean | null;
                        buyerEntity?: boolean | null;
                        buyerTrust?: boolean | null;
                        inMud?: boolean | null;
                        inPid?: boolean | null;
                        coastal?: boolean | null;
                        propaneServiceArea?: boolean | null;
                        privateTransferFee?: boolean | null;
                        adjoinsImpoundedWater?: boolean | null;
                        certificatedUtilityArea?: boolean | null;
                        floodZone?: boolean | null;
                        mappedHazard?: boolean | null;
                        highFireZone?: boolean | null;
                        licenseeInvolved?: boolean | null;
                        licenseeIsParty?: boolean | null;
                        mlsParticipant?: boolean | null;
                        foreclosureRecorded?: boolean | null;
                        foreclosureSale?: boolean | null;
                        ownerOccupied?: boolean | null;
                        investorBuyer?: boolean | null;
                        isWholesale?: boolean | null;
                        wholesalerLicensed?: boolean | null;
                        wholesalerRegistered?: boolean | null;
                        zeroBedroom?: boolean | null;
                        seniorHousingNoYoungChild?: boolean | null;
                        existingSurveyOffered?: boolean | null;
                        stateAssociationForm?: boolean | null;
                        statutoryExemption?: boolean | null;
                        knownLatentDefects?: boolean | null;
                        /** Format: date */
                        acquiredAt?: string | null;
                        renovatedSinceAcquired?: boolean | null;
                        /** Format: date */
                        contractDate?: string | null;
                        /** Format: date */
                        closingDate?: string | null;
                    };
                };
            };
            responses: {
                /** @description The facts with the documents they change; the checklist follows in a moment */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dealNo: number;
                            dryRun: boolean;
                            stated: {
                                [key: string]: unknown;
                            };
                            /** @description Documents that change: what each was, what it becomes, why, and which facts did it */
                            documents: unknown[];
                            questions: {
                                fact: string;
                                question: string;
                                documents: string[];
                            }[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/checklist/{document}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on without a required document; the broker’s decision, with its reason */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                    document: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description The item as it stands */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChecklistItem"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/checklist/{document}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for the document again after all */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                    document: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description The item as it stands */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChecklistItem"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checklists/reevaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the law data of today about all open deals
         * @description For when law data has changed. With `dryRun=true` it answers who would change and how; without, these deals are looked at anew by the state's compliance, in order with their other facts. At most 500 deals at once; again goes on with those that still differ.
         */
        post: {
            parameters: {
                query?: {
                    dryRun?: "true" | "false";
                };
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The deals that change */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dryRun: boolean;
                            deals: {
                                dealNo: number;
                                added: string[];
                                removed: string[];
                                changed: string[];
                            }[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who wrote to us: who waits for an answer first, then the newest */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Conversation"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person with all numbers, addresses, properties and deals */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The person */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContactView"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Change a contact in its one place; everything that uses it follows */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @description Takes the place of the best one */
                        email?: string;
                        /** @description Takes the place of the best one */
                        phone?: string;
                        statedZone?: string | null;
                    };
                };
            };
            responses: {
                /** @description The contact as it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contact"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All channels in one thread, with consent, suppressions, calls and letters; newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ThreadEntry"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write to a person yourself, by e-mail or text
         * @description Through the send ledger: consent, opt-outs and quiet hours count as for everything that goes out. Tasks to answer this person are done by it. Whoever may do tasks may answer.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        channel: "email" | "text";
                        /** @description One of theirs; left out, the one they wrote from last */
                        address?: string;
                        subject?: string;
                        body: string;
                    };
                };
            };
            responses: {
                /** @description Taken in; its run sends it once */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonalMessage"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/personal-messages/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a message of yours that has not gone out */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Taken back */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonalMessage"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound/{id}/class": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what a message that came in really was
         * @description What the class asks for is done as if it had been seen at once: an opt-out suppresses, a reply stops the follow-ups and asks for an answer. Nothing is lifted by it.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        class: "reply" | "opt-out" | "wrong-number" | "auto-reply";
                    };
                };
            };
            responses: {
                /** @description Corrected */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            class: "reply" | "opt-out" | "wrong-number" | "auto-reply";
                            was: string;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the offer that waits */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done; where the deal stands now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealStatus"] & {
                            dealNo: number;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The seller accepted */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done; where the deal stands now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealStatus"] & {
                            dealNo: number;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The seller declined */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done; where the deal stands now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealStatus"] & {
                            dealNo: number;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/dead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the deal up */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done; where the deal stands now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DealStatus"] & {
                            dealNo: number;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deals, newest number first */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                    stage?: "open" | "drafting" | "blocked" | "approval" | "following-up" | "listed" | "accepted" | "under-contract" | "closing" | "closed" | "declined" | "expired" | "fell-through" | "dead";
                    side?: "listing" | "buyer" | "wholesale";
                    open?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Deal"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Open a deal for a lead or a property and a side, or find the one that is open
         * @description A property that is no lead yet becomes one; one that is known is found by its parcel number or address.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        leadNo?: number;
                        property?: {
                            address: string;
                            unit?: string;
                            city?: string;
                            state?: string;
                            zip?: string;
                            county?: string;
                            parcelNumber?: string;
                            propertyType?: string;
                            bedrooms?: number;
                            bathrooms?: number;
                            livingSqft?: number;
                            yearBuilt?: number;
                            valueCents?: number;
                            liensCents?: number;
                            repairsCents?: number;
                            listPriceCents?: number;
                            owner?: string;
                            phone?: string;
                            /** Format: email */
                            email?: string;
                        };
                        /** @enum {string} */
                        side: "listing" | "buyer" | "wholesale";
                        wishes?: {
                            /** @enum {string|null} */
                            terms?: "cash" | "seller-finance" | "subject-to" | null;
                            priceCents?: number | null;
                            closeInDays?: number | null;
                            downPaymentCents?: number | null;
                            monthlyCents?: number | null;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description It was open already */
                200: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deal"];
                    };
                };
                /** @description Opened; its run starts */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deal"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One deal */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The deal */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deal"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Past, now and computed future on one line, or the file as it was known at an earlier instant */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                };
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The timeline */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description The run itself, or the event log when the run is gone
                             * @enum {string}
                             */
                            source: "run" | "events";
                            /** @description The property's zone once there is a contract, the brokerage's before */
                            zone: string;
                            items: {
                                /**
                                 * Format: date-time
                                 * @example 2026-11-21T15:00:00.000Z
                                 */
                                at: string;
                                what: string;
                                /** @enum {string} */
                                when?: "past" | "now" | "future";
                                clock?: string;
                                prior?: string | null;
                                cause?: string;
                                /** @description Kind of the event it tells of */
                                type?: string;
                                /** @description The day the clock was put to */
                                date?: string | null;
                                status?: string;
                                /** @description The amendment it tells of, or that moved the date */
                                amendmentNo?: number;
                                /** @description What a person called a deadline of their own */
                                title?: string;
                            }[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/as-of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file as it was known at an instant, or at the end of a day: stage, contract, deadlines, facts
         * @description From the events until then: whatever was recorded, amended or corrected later does not show.
         */
        get: {
            parameters: {
                query: {
                    asOf: string;
                };
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it was known */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FileKnown"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the file stands, with each risk, its owner and the next step; derived, never set by hand */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Health and risks, worst first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dealNo: number;
                            /** @enum {string} */
                            health: "on track" | "at risk" | "blocked" | "breached";
                            /**
                             * Format: date-time
                             * @example 2026-11-21T15:00:00.000Z
                             */
                            nextDueAt: string | null;
                            open: number;
                            risks: {
                                /** @enum {string} */
                                severity: "on track" | "at risk" | "blocked" | "breached";
                                source: string;
                                what: string;
                                owner: string;
                                /**
                                 * Format: date-time
                                 * @example 2026-11-21T15:00:00.000Z
                                 */
                                deadline: string | null;
                                effect: string;
                                nextStep: string;
                            }[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why it waits, and what comes next */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description In plain words */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dealNo: number;
                            explanation: string;
                            /** @description Facts that are recorded and that the run has not looked at yet */
                            notTakenIn: string[];
                            /** @description Facts that the checklist does without, because a person discarded them as parked events */
                            givenUp: {
                                event: string;
                                by: string;
                                name: string | null;
                                reason: string;
                                /**
                                 * Format: date-time
                                 * @example 2026-11-21T15:00:00.000Z
                                 */
                                at: string;
                            }[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the seller wishes; replaces what was known */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string|null} */
                        terms?: "cash" | "seller-finance" | "subject-to" | null;
                        priceCents?: number | null;
                        closeInDays?: number | null;
                        downPaymentCents?: number | null;
                        monthlyCents?: number | null;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description The deal with its wishes; ask for a new offer to use them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deal"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether you get the digest of the day */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description On or off */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Digest"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Turn the digest of the day on or off for you
         * @description On workdays at 7:00 in the brokerage's zone, one e-mail: what needs you, files that close within a week, files that are blocked or breached. Nothing is sent on a day without any of them.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        on: boolean;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Digest"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/deals/{no}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The documents of a deal, by number */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Document"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a document, or the next version of one
         * @description With the field `document` it is the next version of that one, also after a rejection. The same bytes again are the version that is there.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "multipart/form-data": {
                        title?: string;
                        document?: number;
                        file: string;
                    };
                };
            };
            responses: {
                /** @description These bytes were there already */
                200: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"];
                    };
                };
                /** @description Taken in; a task to review it opens by itself */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents of all deals, whoever waits longest first; `status=in-review` is the queue to review */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                    status?: "in-review" | "accepted" | "rejected";
                    /** @description Number of one deal */
                    deal?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: (components["schemas"]["Document"] & {
                                property: string | null;
                            })[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One document with its versions and who has opened them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"] & {
                            versions: {
                                version: number;
                                name: string;
                                mime: string;
                                bytes: number;
                                sha256: string;
                                /**
                                 * Format: date-time
                                 * @example 2026-11-21T15:00:00.000Z
                                 */
                                uploadedAt: string;
                                uploadedBy: string;
                                /** @description The version it is the signed copy of */
                                signatureOf: number | null;
                                file: string;
                            }[];
                            views: {
                                version: number;
                                personId: string;
                                /**
                                 * Format: date-time
                                 * @example 2026-11-21T15:00:00.000Z
                                 */
                                at: string;
                            }[];
                            /** @description Names of those who are named by id */
                            people: {
                                [key: string]: string;
                            };
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/versions/{version}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of a version; who opened it is written down */
        get: {
            parameters: {
                query?: {
                    /** @description To be looked at in a page of ours, in place of being saved */
                    inline?: "true" | "false";
                };
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say which document of the checklist it is
         * @description One that speaks of a contract that fell through is taken for the contract of now by it.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Id of the document on the checklist, such as TX-SDN; null takes the match back */
                        kind: string | null;
                        /** @description Edition printed on the form */
                        formVersion?: string | null;
                    };
                };
            };
            responses: {
                /** @description The document as it is matched */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/versions/{version}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take another version as the one in force
         * @description Such as the signed copy of a version after which a newer one came. It waits for a review as if it had come now.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The document with the version in force */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a document, or send it back with a reason */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "accept" | "reject";
                        /** @description The version looked at; the one in force when left out */
                        version?: number;
                        /** @enum {string} */
                        reason?: "wrong-document" | "wrong-form-version" | "wrong-deal" | "missing-signature" | "missing-initials" | "missing-pages" | "blanks-left" | "not-dated" | "unreadable" | "expired";
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description The document as it was decided */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lookups/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What data providers answered and billed in all */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By provider and status */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                provider: string;
                                status: string;
                                count: number;
                                costCents: number;
                            }[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lookups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One question to a data provider */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The lookup */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Lookup"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lookups/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what came of a lookup whose outcome is unknown */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description `ask-again`: it was not billed and may be asked at the next enrichment; `leave`: never
                         * @enum {string}
                         */
                        outcome: "ask-again" | "leave";
                    };
                };
            };
            responses: {
                /** @description Settled */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Lookup"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is or was followed up, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                    sequence?: string;
                    status?: "open" | "archived" | "stopped";
                    leadNo?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: (components["schemas"]["Enrolment"] & {
                                leadNo: number;
                            })[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One enrolment with the steps it has taken */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The enrolment */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Enrolment"] & {
                            touches: {
                                step: string;
                                kind: string;
                                outcome: string;
                                why: string | null;
                                /**
                                 * Format: date-time
                                 * @example 2026-11-21T15:00:00.000Z
                                 */
                                at: string;
                            }[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened, and what is planned next */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Oldest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            source: "run" | "touches";
                            items: {
                                /**
                                 * Format: date-time
                                 * @example 2026-11-21T15:00:00.000Z
                                 */
                                at: string;
                                what: string;
                            }[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why it waits, and what comes next */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description In plain words */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            explanation: string;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold it: nothing goes out, nothing is dropped */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The enrolment as it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Enrolment"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on; what came due meanwhile goes out now */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The enrolment as it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Enrolment"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the lead out of the sequence */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example sold-elsewhere */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description The enrolment as it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Enrolment"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the next step out */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The step to skip: refused when it went out meanwhile */
                        step: string;
                    };
                };
            };
            responses: {
                /** @description The enrolment as it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Enrolment"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/envelopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of a deal was sent for signature, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Envelope"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Send a document for signature
         * @description Sent once, to the parties in their order. What becomes of it is reported by the signature provider.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        documentId?: string;
                        /** @description Its number within the deal, in place of the id */
                        documentNo?: number;
                        /** @description The newest when left out */
                        version?: number;
                        /** @description What signers see first */
                        subject: string;
                        message?: string;
                        signers: {
                            /** Format: uuid */
                            partyId: string;
                            /**
                             * @description Signs after everybody with a lower number, side by side with the same
                             * @default 1
                             */
                            routingOrder?: number;
                            /** @description Words of the document that mark the place to sign; the signer chooses it when left out */
                            anchor?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Asked for; its run sends it */
                202: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Envelope"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/envelopes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One envelope: who has signed, whom it waits for, and why */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The envelope */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Envelope"] & {
                            explanation: string;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/envelopes/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw it: nobody can sign it any more */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Signers read it */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Its run ends it at the provider */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Envelope"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/envelopes/{id}/signed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed document; who opened it is written down */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description With all signatures */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened, by position */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                    order?: "newest" | "oldest";
                    subjectKind?: string;
                    subjectId?: string;
                    type?: string;
                    correlationId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Event"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API process lives */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It lives */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok";
                        };
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether requests can be served, and how what is behind it stands */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ready, or degraded */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Readiness"];
                    };
                };
                /** @description The database or the engine cannot be reached */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Readiness"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of imports */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Import"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Import a list of properties */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "multipart/form-data": {
                        list?: string;
                        source?: string;
                        /** Format: date */
                        date?: string;
                        costCents?: number;
                        /** @enum {string} */
                        relation?: "cold" | "known";
                        saved?: string;
                        mapping?: string;
                        file: string;
                    };
                };
            };
            responses: {
                /** @description Taken in; poll the job */
                202: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            job: {
                                id: string;
                                kind: string;
                                /** @enum {string} */
                                status: "queued";
                                location: string;
                            };
                            importNo: number;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How a list would be read; nothing is imported */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "multipart/form-data": {
                        list?: string;
                        source?: string;
                        /** Format: date */
                        date?: string;
                        costCents?: number;
                        /** @enum {string} */
                        relation?: "cold" | "known";
                        saved?: string;
                        mapping?: string;
                        file: string;
                    };
                };
            };
            responses: {
                /** @description What the columns would mean */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportPreview"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{no}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import with its report and the cost of a lead */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The import */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{no}/rejects.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines that were not taken, with the columns of the list: mend them and send them again */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The lines, and why */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{no}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines that were not taken, cell by cell and with the reason */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page, with the columns of the list */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                line: number;
                                reason: string;
                                words: string;
                                cells: string[];
                                /** @description The import by which it was sent again */
                                mendedNo: number | null;
                            }[];
                            nextCursor: string | null;
                            columns: {
                                header: string;
                                /** @description Null: kept as it is */
                                field: string | null;
                            }[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{no}/rejects/mend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send rejected lines again, mended: a small import read the way the list was */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        rows: {
                            line: number;
                            cells: string[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Taken in; poll the job */
                202: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            job: {
                                id: string;
                                kind: string;
                                /** @enum {string} */
                                status: "queued";
                                location: string;
                            };
                            importNo: number;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved mappings */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                name: string;
                                mapping: {
                                    /** @enum {string} */
                                    preset?: "propstream" | "dealmachine" | "batchleads" | "davidson-tn" | "nyc-rolling-sales" | "king-wa" | "florida-nal" | "generic";
                                    columns?: {
                                        [key: string]: string | null;
                                    };
                                    defaults?: {
                                        county?: string;
                                        state?: string;
                                        city?: string;
                                        zip?: string;
                                    };
                                    /** @enum {string} */
                                    dateOrder?: "mdy" | "dmy";
                                    /** @enum {string} */
                                    nameOrder?: "last-comma-first" | "last-first" | "first-last";
                                };
                                /**
                                 * Format: date-time
                                 * @example 2026-11-21T15:00:00.000Z
                                 */
                                updatedAt: string;
                            }[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import-mappings/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Save a mapping under a name; an import takes it as `saved` */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        preset?: "propstream" | "dealmachine" | "batchleads" | "davidson-tn" | "nyc-rolling-sales" | "king-wa" | "florida-nal" | "generic";
                        columns?: {
                            [key: string]: string | null;
                        };
                        defaults?: {
                            county?: string;
                            state?: string;
                            city?: string;
                            zip?: string;
                        };
                        /** @enum {string} */
                        dateOrder?: "mdy" | "dmy";
                        /** @enum {string} */
                        nameOrder?: "last-comma-first" | "last-first" | "first-last";
                    };
                };
            };
            responses: {
                /** @description As it is saved */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            mapping: {
                                /** @enum {string} */
                                preset?: "propstream" | "dealmachine" | "batchleads" | "davidson-tn" | "nyc-rolling-sales" | "king-wa" | "florida-nal" | "generic";
                                columns?: {
                                    [key: string]: string | null;
                                };
                                defaults?: {
                                    county?: string;
                                    state?: string;
                                    city?: string;
                                    zip?: string;
                                };
                                /** @enum {string} */
                                dateOrder?: "mdy" | "dmy";
                                /** @enum {string} */
                                nameOrder?: "last-comma-first" | "last-first" | "first-last";
                            };
                            /**
                             * Format: date-time
                             * @example 2026-11-21T15:00:00.000Z
                             */
                            updatedAt: string;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long work stands */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Poll until `status` is finished or failed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Job"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys, without the keys themselves */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Key"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make a key; it is shown this once
         * @description A key never does more than its maker: its scopes lie within those of the key that makes it. Only a broker makes keys for others.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /**
                         * Format: uuid
                         * @description Whom it acts for; the caller when left out
                         */
                        personId?: string;
                        scopes: ("*" | "sourcing:read" | "sourcing:write" | "offers:read" | "offers:write" | "closing:read" | "closing:write" | "outreach:read" | "outreach:write" | "events:read" | "events:write" | "tasks:read" | "tasks:write" | "settings:read" | "settings:write" | "people:read" | "people:write" | "keys:read" | "keys:write" | "system:read" | "system:write")[];
                        /** Format: date-time */
                        expiresAt?: string;
                    };
                };
            };
            responses: {
                /** @description The key */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Key"] & {
                            /** @description Send it as `Authorization: Bearer` */
                            key: string;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One key, without the key itself */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The key */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Key"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Revoke a key; it stops at once */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Revoked */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads, newest number or best score first */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                    status?: "new" | "review" | "qualified" | "rejected" | "in-deal" | "closed";
                    hot?: "true" | "false";
                    importNo?: number;
                    state?: string;
                    zip?: string;
                    city?: string;
                    /** @description Part of the street line */
                    address?: string;
                    minScore?: number | null;
                    /** @description `score`: best first; with `status=review` it is the queue of what people decide */
                    sort?: "number" | "score";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Lead"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many leads fit, by status */
        get: {
            parameters: {
                query?: {
                    hot?: "true" | "false";
                    importNo?: number;
                    state?: string;
                    zip?: string;
                    city?: string;
                    /** @description Part of the street line */
                    address?: string;
                    minScore?: number | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The counts */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            byStatus: {
                                [key: string]: number;
                            };
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{no}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One lead, its score explained clause by clause */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The lead */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadDetail"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide leads in review, many at once */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        select: {
                            leadNos?: number[];
                            /** @enum {string} */
                            status?: "new" | "review" | "qualified" | "rejected";
                            importNo?: number;
                            state?: string;
                            zip?: string;
                            limit?: number;
                        };
                        /** @enum {string} */
                        outcome: "qualified" | "rejected";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Which were decided, and which were left */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            decided: number;
                            leadNos: number[];
                            /** @description Leads that are not in review, left as they are */
                            skipped: {
                                leadNo: number;
                                status: string;
                            }[];
                            /** @description Numbers without a lead */
                            unknown: number[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/enrich": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask data providers about leads and decide them anew */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        select: {
                            leadNos?: number[];
                            /** @enum {string} */
                            status?: "new" | "review" | "qualified" | "rejected";
                            importNo?: number;
                            state?: string;
                            zip?: string;
                            limit?: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Its run starts; poll the job */
                202: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            job: {
                                id: string;
                                kind: string;
                                /** @enum {string} */
                                status: "queued";
                                location: string;
                            };
                            jobNo: number;
                            leads: number;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/listing-agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The listing agreements of a deal, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One in force at most */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ListingAgreement"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Record the signed listing agreement; its last day is watched from now on */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn: string;
                        commissionBps?: number;
                        commissionCents?: number;
                        listPriceCents?: number;
                        /** @enum {string} */
                        exclusivity: "exclusive-right-to-sell" | "exclusive-agency" | "open";
                        evidence: {
                            /** Format: uuid */
                            documentId?: string;
                            note?: string;
                        };
                        /** Format: date */
                        signedOn?: string;
                        zone?: string;
                    };
                };
            };
            responses: {
                /** @description Recorded */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListingAgreement"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/listing-agreement/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What seller and brokerage agreed to change: a longer term, another commission or list price */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        /** Format: date */
                        toOn?: string;
                        commissionBps?: number;
                        commissionCents?: number;
                        listPriceCents?: number;
                    };
                };
            };
            responses: {
                /** @description The agreement as it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListingAgreement"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/listing-agreement/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the listing agreement before its last day */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description The agreement as it ended */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListingAgreement"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/showings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who looked or will look at the property, in order of time */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The showings */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Showing"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Schedule a showing at a time where the property is */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        at: string;
                        visitor: string;
                        zone?: string;
                    };
                };
            };
            responses: {
                /** @description Scheduled */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Showing"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/showings/{showingNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a showing, say that it took place or not, and what the visitor said */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                    showingNo: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        at?: string;
                        /** @enum {string} */
                        status?: "scheduled" | "done" | "cancelled";
                        feedback?: string;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description The showing as it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Showing"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/needs-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Needs me now: over all files, what is overdue, due today, to approve, review or answer, and what failed */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                    mine?: "true" | "false";
                    role?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page, most urgent first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["NeedsMe"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The offers of a deal, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Offer"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ask for an offer; it supersedes the open one */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["OfferRequest"];
                };
            };
            responses: {
                /** @description Requested; its letter is being written */
                202: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            job: {
                                id: string;
                                kind: string;
                                /** @enum {string} */
                                status: "queued";
                                location: string;
                            };
                            offer: components["schemas"]["Offer"];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Offers, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                    status?: "requested" | "drafted" | "approved" | "sent" | "accepted" | "declined" | "expired" | "superseded" | "withdrawn" | "blocked";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Offer"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One offer with its working */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The offer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Offer"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The letter of intent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The letter */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/offers-received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Offers that buyers made, in the order in which they came */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The offers */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["OfferReceived"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Record an offer that came in
         * @description An offer with an end is asked for ahead of it, and expires by the clock when nobody answers.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        buyer: {
                            /** Format: uuid */
                            contactId?: string;
                            name?: string;
                            email?: string;
                            phone?: string;
                        };
                        priceCents: number;
                        /** @default null */
                        earnestMoneyCents?: number | null;
                        /** @enum {string} */
                        financing: "cash" | "conventional" | "fha" | "va" | "usda" | "seller" | "other";
                        /**
                         * Format: date
                         * @default null
                         */
                        closingOn?: string | null;
                        /** @default [] */
                        contingencies?: ("inspection" | "financing" | "appraisal" | "sale-of-home" | "title" | "insurance" | "other")[];
                        expiresAt?: string;
                        /** Format: uuid */
                        documentId?: string;
                        zone?: string;
                    };
                };
            };
            responses: {
                /** @description Recorded */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferReceived"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/offers-received/{offerNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One offer with every round, and what it waits for */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                    offerNo: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The offer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferReceived"] & {
                            explanation: string;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/offers-received/{offerNo}/counter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One side proposes other terms; the other has to answer */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                    offerNo: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default seller
                         * @enum {string}
                         */
                        by?: "seller" | "buyer";
                        priceCents?: number;
                        earnestMoneyCents?: number | null;
                        /** @enum {string} */
                        financing?: "cash" | "conventional" | "fha" | "va" | "usda" | "seller" | "other";
                        /** Format: date */
                        closingOn?: string | null;
                        contingencies?: ("inspection" | "financing" | "appraisal" | "sale-of-home" | "title" | "insurance" | "other")[];
                        expiresAt?: string;
                    };
                };
            };
            responses: {
                /** @description The offer as it stands */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferReceived"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/offers-received/{offerNo}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an offer: its buyer becomes a party, and the deal waits for the contract
         * @description Where other offers wait for an answer, say with `others` what becomes of them.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                    offerNo: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        others?: "decline" | "keep";
                    };
                };
            };
            responses: {
                /** @description The offer as it stands */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferReceived"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/offers-received/{offerNo}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The seller declines an offer, or lets a back-up go */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                    offerNo: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description The offer as it stands */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferReceived"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/offers-received/{offerNo}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The buyer withdraws an offer; an accepted one as long as there is no contract */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                    offerNo: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description The offer as it stands */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferReceived"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/offers-received/{offerNo}/backup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep an offer as a back-up, at a place in their order */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                    offerNo: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        position?: number;
                        expiresAt?: string;
                    };
                };
            };
            responses: {
                /** @description The offer as it stands */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferReceived"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/offers-received/{offerNo}/promote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A back-up becomes the accepted offer; a deal that fell through is opened again with it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                    offerNo: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The offer as it stands */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferReceived"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offer-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Letters, each in its newest version, and the variables they may use */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["OfferTemplate"][];
                            variables: string[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Publish the next version of a letter; refused with all its faults at once */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        slug: string;
                        definition?: unknown;
                    };
                };
            };
            responses: {
                /** @description Published; offers requested from now on use it */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferTemplate"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offer-templates/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest version of a letter */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The letter */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferTemplate"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that a consumer could not take, oldest first */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                    status?: "parked" | "retry" | "done" | "discarded";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ParkedEvent"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parked/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deliver it again; what waits behind it follows */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The relay takes it up */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ParkedEvent"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parked/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it up for this consumer; what waits behind it is delivered */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Discarded; the event itself stays in the log */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ParkedEvent"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who takes part in a deal */
        get: {
            parameters: {
                query?: {
                    /** @description With those who have left */
                    all?: "true" | "false";
                };
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The parties */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Party"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a party: a contact we have, or a new one */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role: "buyer" | "seller" | "buyer-agent" | "listing-agent" | "lender" | "title" | "escrow" | "inspector" | "attorney" | "assignee";
                        /** Format: uuid */
                        contactId?: string;
                        name?: string;
                        email?: string;
                        phone?: string;
                    };
                };
            };
            responses: {
                /** @description It takes part already */
                200: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Party"];
                    };
                };
                /** @description The party */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Party"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One party with its contact */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The party */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Party"] & {
                            contact: components["schemas"]["Contact"];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The party takes part no more; what was said to it stays */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The party as it left */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Party"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{no}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages to the parties of a deal, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                    status?: "draft" | "released" | "sent" | "skipped" | "unknown" | "refused";
                };
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["PartyMessage"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/party-messages/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a draft go out */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Released; its run sends it once */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PartyMessage"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/party-messages/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a draft out, with the reason */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description The message as it was skipped */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PartyMessage"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/party-messages/{id}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the words of a draft */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        subject?: string;
                        body?: string;
                    };
                };
            };
            responses: {
                /** @description The draft with its new words */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PartyMessage"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the brokerage */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Person"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Invite a person: adds them and answers with their one-time sign-in link */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** Format: email */
                        email: string;
                        /** @enum {string} */
                        role: "broker" | "coordinator" | "marketer" | "agent" | "engineer" | "auditor";
                        /** Format: uuid */
                        standInId?: string;
                    };
                };
            };
            responses: {
                /** @description The person */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitedPerson"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The person */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Person"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a person, their role or stand-in, or disable them: their sessions, sign-in link and keys end at once */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** Format: email */
                        email?: string;
                        /** @enum {string} */
                        role?: "broker" | "coordinator" | "marketer" | "agent" | "engineer" | "auditor";
                        /** Format: uuid */
                        standInId?: string | null;
                        disabled?: boolean;
                        /** @description Why they are disabled */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description The person as they are now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Person"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/people/{id}/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A one-time sign-in link for a person; it is shown this once
         * @description Good for 24 hours and one sign-in; it replaces the link the person had. Also the way to a new password for who forgot theirs.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The link */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInLink"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rule-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rule sets, newest first, and the facts a rule may name */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["RuleSet"][];
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Save a rule set as a draft; refused with all its faults at once */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @description Clauses with JSONLogic rules, the scoring scheme and what makes a lead hot; the version is given when it is saved */
                        definition: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Saved as the next version */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RuleSet"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rule-sets/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One rule set */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The rule set */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RuleSet"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rule-sets/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All faults of a rule set, without saving it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Clauses with JSONLogic rules, the scoring scheme and what makes a lead hot; the version is given when it is saved */
                        definition: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Its faults, none for a usable one */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ok: boolean;
                            faults: {
                                path: string;
                                message: string;
                            }[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rule-sets/{version}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See over all stored leads who would change */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The result of the job has the counts and examples */
                202: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            job: {
                                id: string;
                                kind: string;
                                /** @enum {string} */
                                status: "queued";
                                location: string;
                            };
                            jobNo: number;
                            leads: number;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rule-sets/{version}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let these rules decide from now on; only leads that change are written */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Published; the run decides the leads */
                202: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            job: {
                                id: string;
                                kind: string;
                                /** @enum {string} */
                                status: "queued";
                                location: string;
                            };
                            jobNo: number;
                            leads: number;
                            ruleSet: components["schemas"]["RuleSet"];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages, newest first; `status=unknown` lists those a person must settle */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                    status?: string;
                    enrolmentId?: string;
                    leadId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Send"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sends/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The message */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Send"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sends/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what became of a message whose outcome is unknown */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "sent" | "not-sent";
                        /**
                         * @description Not sent: have the follow-up send the step once more, under a new key
                         * @default false
                         */
                        again?: boolean;
                    };
                };
            };
            responses: {
                /** @description Settled */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Send"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the consent of a contact for one of their addresses, with its evidence */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        contactId: string;
                        /** @enum {string} */
                        channel: "sms" | "call" | "email";
                        /** @description A phone in E.164 or an e-mail address of the contact */
                        address: string;
                        /** @enum {string} */
                        form: "written" | "oral";
                        /** @description Where and how it was given: form, recording, letter */
                        evidence: string;
                        /** Format: date-time */
                        givenAt?: string;
                    };
                };
            };
            responses: {
                /** @description On record; `recorded` is false when it was already */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            contactId: string;
                            channel: string;
                            recorded: boolean;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sequences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sequences, each in its newest version, with how many are in it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them, and the facts a branch may ask */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                slug: string;
                                version: number;
                                name: string;
                                /**
                                 * Format: date-time
                                 * @example 2026-11-21T15:00:00.000Z
                                 */
                                publishedAt: string;
                                open: number;
                            }[];
                            facts: string[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Save the next version of a sequence; refused with all its faults at once */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        slug: string;
                        name: string;
                        definition?: unknown;
                    };
                };
            };
            responses: {
                /** @description The newest version is the same already */
                200: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sequence"];
                    };
                };
                /** @description Saved; who is enrolled from now on follows it, who is in an earlier version stays there */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sequence"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sequences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of a sequence, the newest unless named */
        get: {
            parameters: {
                query?: {
                    version?: number;
                };
                header?: never;
                path: {
                    /** @description Slug of the sequence */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The sequence */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sequence"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sequences/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every fault of a definition, without saving it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        definition?: unknown;
                    };
                };
            };
            responses: {
                /** @description What is wrong with it; empty when nothing is */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ok: boolean;
                            faults: {
                                code: string;
                                step: string | null;
                                message: string;
                            }[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sequences/{id}/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enrol a lead, or find its open enrolment */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    /** @description Slug of the sequence */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        leadNo: number;
                        dealNo?: number;
                    };
                };
            };
            responses: {
                /** @description It was enrolled already */
                200: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Enrolment"];
                    };
                };
                /** @description Enrolled; its run starts */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Enrolment"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description The answer is the same for an unknown address and a wrong password. After 10 failed attempts an address waits a quarter of an hour.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
                        /** @description Slug; only for an address that is good in several */
                        brokerage?: string;
                    };
                };
            };
            responses: {
                /** @description Signed in */
                200: {
                    headers: {
                        /** @description The session: `HttpOnly`, `SameSite=Lax`, over https also `Secure` */
                        "Set-Cookie"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Sign out; the session ends at once. A key stays as it is */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Signed out */
                204: {
                    headers: {
                        /** @description The session: `HttpOnly`, `SameSite=Lax`, over https also `Secure` */
                        "Set-Cookie"?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a password; every other session of the person ends
         * @description Takes the present password, except within half an hour of signing in by a one-time link, or where none was set.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        newPassword: string;
                        currentPassword?: string;
                    };
                };
            };
            responses: {
                /** @description Set; the session goes on under a new cookie */
                204: {
                    headers: {
                        /** @description The session: `HttpOnly`, `SameSite=Lax`, over https also `Secure` */
                        "Set-Cookie"?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks, and what they may */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The caller */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lead-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work over many leads: look-ups, tests of rules, decisions by new rules. Those under way, and those that ended within a day; newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description At most twenty */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["LeadJob"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/party-messages/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why it waits, since when, and what comes next */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description In plain words */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            explanation: string;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/personal-messages/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why it waits, since when, and what comes next */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description In plain words */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            explanation: string;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why it waits, since when, and what comes next */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description In plain words */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            explanation: string;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{no}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What it is at, since when, and what comes next */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    no: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description In plain words */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            explanation: string;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in, the session used last first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Own sessions */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sessions"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** End all sessions of one’s own but the one that asks */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How many ended */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EndedSessions"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one session of one’s own, here or elsewhere */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ended */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a person is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Their sessions */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sessions"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Sign a person out everywhere; they may sign in anew
         * @description Disabling a person does this as well, and keeps them out.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How many ended */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EndedSessions"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed which setting, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["SettingsHistoryEntry"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a broker may change */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The settings */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Settings"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change settings */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Deals the rule opens in a day; the rest wait in order */
                        dealsPerDay?: number;
                        /** @description Offers wait for an approval before they are sent */
                        offerApproval?: boolean;
                        /** @description Days an offer stands */
                        offerDays?: number;
                        /** @description Days that signers have; then an envelope is ended */
                        signatureDays?: number;
                        /** @description The deal's agent gets an e-mail when a document is signed by all */
                        signatureNotices?: boolean;
                        /** @description Slug of the sequence a deal is followed up with */
                        followUpSequence?: string;
                        /** @description Messages to parties that go out without a person's release */
                        trustedTemplates?: ("deadline-reminder" | "deadline-moved" | "document-accepted" | "document-rejected")[];
                        /** @description When people hear of a deadline; deadlines that are watched now take it over at once */
                        deadlineWatch?: {
                            /** @description Hours before it at which a deadline counts as approaching */
                            leadHours: number;
                            /** @description Hours before it at which the one who acts is reminded */
                            reminderHours: number[];
                            /** @description Hours after it began to approach at which, without evidence, the deal is flagged */
                            flagAfterHours: number;
                            /** @description Who is told once it is flagged, each so many hours after the flag */
                            ladder: {
                                /** @enum {string} */
                                role: "broker" | "coordinator" | "marketer" | "agent" | "engineer" | "auditor";
                                afterHours: number;
                            }[];
                        };
                        /** @description The offer formula as data */
                        offerFormula?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description The settings as they are now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Settings"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/settings/crm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the brokerage's CRM: changes of contacts are pushed there, signed; the secret is shown once */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uri
                         * @description Where the CRM takes Standard Webhooks; null takes it out. Must be https and public, except on an embedded instance
                         */
                        url: string | null;
                        /** @default false */
                        newSecret?: boolean;
                    };
                };
            };
            responses: {
                /** @description The secret of now, if it was made by this call */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            url: string | null;
                            secret: string | null;
                            changed: boolean;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/stop-sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Kill switch: no send starts later than a second after */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Sending is stopped */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Settings"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/resume-sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send again */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Sending goes on */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Settings"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens, live, as server-sent events
         * @description `ready` comes first, then a `change` per event with its position as `id`: ids and figures, no facts; read again what it names. Resumes behind `Last-Event-ID`, or behind `after`. `reset`: the position asked for is too old or not ours, read everything again. `ended`: you may read no more. Hears what your scopes allow.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Begin behind this position; `Last-Event-ID` goes before it */
                    after?: number | null;
                    /** @description false: what there is, then the end */
                    follow?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A stream that does not end by itself */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How everything behind the screens stands: engine, queues, processes, relay, and what is stuck */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As of now; what does not answer is null */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["System"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people must do, due first */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                    status?: "open" | "done";
                    kind?: string;
                    role?: string;
                    mine?: "true" | "false";
                    /** @description Number of a deal */
                    deal?: number;
                    /** @description With those that are put off for now */
                    snoozed?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Task"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One task */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The task */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Task"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make it mine, or give it to somebody */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description A person of the brokerage; the caller when left out
                         */
                        ownerId?: string;
                    };
                };
            };
            responses: {
                /** @description The task with its owner */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Task"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Done, with what came of it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        outcome: string;
                    };
                };
            };
            responses: {
                /** @description The task as it was closed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Task"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put it out of sight until an instant */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        until: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description The task as it is put off */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Task"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it to another person, or to whoever stands for a role */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        personId?: string;
                        /** @enum {string} */
                        role?: "broker" | "coordinator" | "marketer" | "agent" | "engineer" | "auditor";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description The task with its new owner */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Task"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Message templates, each in its newest version, and the variables they may use */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                slug: string;
                                version: number;
                                channel: string;
                                subject: string | null;
                                /**
                                 * Format: date-time
                                 * @example 2026-11-21T15:00:00.000Z
                                 */
                                publishedAt: string;
                            }[];
                            variables: string[];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Publish the next version of a template; compiled now, refused with all its faults at once */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        channel: "email";
                        slug: string;
                        subject: string;
                        source: string;
                    } | {
                        /** @enum {string} */
                        channel: "text";
                        slug: string;
                        source: string;
                    };
                };
            };
            responses: {
                /** @description The newest version is the same already */
                200: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageTemplate"];
                    };
                };
                /** @description Published; who is enrolled from now on gets it */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageTemplate"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of a template, the newest unless named */
        get: {
            parameters: {
                query?: {
                    version?: number;
                };
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The template as written */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageTemplate"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound/unmatched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages from addresses that nobody has, oldest first */
        get: {
            parameters: {
                query?: {
                    /** @description Rows per page */
                    limit?: number;
                    /** @description The `nextCursor` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["UnmatchedMessage"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say who wrote a message from an unknown address
         * @description Everything from that address becomes theirs, and the address one of theirs. What the words ask for is done as if it had been seen at once: a reply stops the follow-ups and asks for an answer, an opt-out suppresses every number of theirs.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        contactId: string;
                    };
                };
            };
            responses: {
                /** @description How many messages became theirs */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            contactId: string;
                            messages: number;
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contacts by name, e-mail or phone number; those of open deals first */
        get: {
            parameters: {
                query: {
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The twenty nearest */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["FoundContact"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: your own and the shared ones */
        get: {
            parameters: {
                query?: {
                    screen?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By screen and name */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["SavedView"][];
                        };
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Save how you look at a screen */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Your own key; repeated, the request is done once and answered the same */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        screen: string;
                        filters: {
                            [key: string]: string | number | boolean | string[];
                        };
                        /** @default false */
                        shared?: boolean;
                    };
                };
            };
            responses: {
                /** @description The view */
                201: {
                    headers: {
                        /** @description Address of what was made */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedView"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description In flight, or not possible in the present state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The key belongs to another request, or the request cannot be done */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a view: its owner, or a broker for a shared one */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a view: its owner, or a broker for a shared one */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        screen?: string;
                        filters?: {
                            [key: string]: string | number | boolean | string[];
                        };
                        shared?: boolean;
                    };
                };
            };
            responses: {
                /** @description The view as it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedView"];
                    };
                };
                /** @description No valid key or session */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller may not do that, or the request came from a foreign page */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; `type` says why, `nextStep` what to do */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            nextStep: string;
            requestId: string;
            errors?: unknown[];
        } & {
            [key: string]: unknown;
        };
        CalendarFeed: {
            /** @enum {string} */
            what: "key-dates" | "closings";
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            madeAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            readAt: string | null;
        } | null;
        BoardRow: {
            dealNo: number;
            property: string | null;
            city: string | null;
            state: string | null;
            side: string;
            stage: string;
            /** Format: date */
            closingOn: string | null;
            /** @description Until the closing, where the property is; below zero once it is past */
            daysLeft: number | null;
            nextKey: {
                title: string;
                /** Format: date */
                date: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                dueAt: string;
            } | null;
            openTasks: number;
            overdue: number;
            missingDocuments: string[];
            waitingFor: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            waitingSince: string | null;
            health: {
                /** @enum {string} */
                state: "on track" | "at risk" | "blocked" | "breached";
                reason: string | null;
                owner: string | null;
                nextStep: string | null;
            };
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            lastContactAt: string | null;
            agent: {
                /** Format: uuid */
                contactId: string;
                name: string;
            } | null;
            zone: string;
        };
        Clock: {
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            businessNow: string;
            /** @description How far it is ahead of the real time; 0 in production */
            offsetMs: number;
            /** @description Whether this instance can let time go by */
            embedded: boolean;
            moving: {
                /**
                 * Format: date-time
                 * @description null until it began
                 * @example 2026-11-21T15:00:00.000Z
                 */
                from: string | null;
                /**
                 * Format: date-time
                 * @description null while the command line moves it
                 * @example 2026-11-21T15:00:00.000Z
                 */
                to: string | null;
                /** @enum {string} */
                state: "queued" | "running" | "done" | "failed";
                /**
                 * Format: date-time
                 * @description Where everybody stands
                 * @example 2026-11-21T15:00:00.000Z
                 */
                reachedAt: string | null;
                /** @description What is being waited for, in words */
                doing: string | null;
                problem: {
                    cause: string;
                    nextStep: string;
                } | null;
            } | null;
            /** @description What became of the last move, while none is under way */
            last: {
                /**
                 * Format: date-time
                 * @description null until it began
                 * @example 2026-11-21T15:00:00.000Z
                 */
                from: string | null;
                /**
                 * Format: date-time
                 * @description null while the command line moves it
                 * @example 2026-11-21T15:00:00.000Z
                 */
                to: string | null;
                /** @enum {string} */
                state: "queued" | "running" | "done" | "failed";
                /**
                 * Format: date-time
                 * @description Where everybody stands
                 * @example 2026-11-21T15:00:00.000Z
                 */
                reachedAt: string | null;
                /** @description What is being waited for, in words */
                doing: string | null;
                problem: {
                    cause: string;
                    nextStep: string;
                } | null;
            } | null;
        };
        Happened: {
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            from: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            to: string | null;
            days: {
                /** Format: date */
                date: string;
                happened: {
                    kind: string;
                    times: number;
                    /** @example 3 replies */
                    words: string;
                }[];
            }[];
        };
        Deadline: {
            /** Format: uuid */
            id: string;
            clock: string;
            title: string;
            /** @description Who must act */
            actor: string;
            /** @description The fact that shows it was done */
            evidence: string | null;
            /**
             * @description Which contingency, where its removal in writing is that fact
             * @enum {string|null}
             */
            contingency: "loan" | "appraisal" | "investigation" | "inspection-resolution" | "seller-documents" | "title" | "insurance" | null;
            /** @description pending, satisfied, waived, terminated, tolled, breached or lapsed */
            status: string;
            /** @description As people say it: `extended` while it is pending with more time than it had; else the status */
            state: string;
            extended: components["schemas"]["Extension"];
            date: string | null;
            localTime: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            dueAt: string | null;
            /** @description Facts without which there is no date yet */
            waitsFor: string[];
            problem: string | null;
            byHand: {
                [key: string]: unknown;
            } | null;
            /** @description The rule's own answer with its working: day 0, each day counted or skipped and why, clause, cut-off */
            rule: {
                [key: string]: unknown;
            } | null;
            settled: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            flaggedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            nextLookAt: string | null;
            waitingFor: string | null;
            /** @description Whether it goes on after the closing */
            livesOn: boolean;
            /** @description Whether a run watches it: somebody must act on it */
            watched: boolean;
            workflowId: string;
        };
        /** @description More time that people agreed on: from which day to which, who, when, and what proves it */
        Extension: {
            /** @description Where it stood before it was first extended */
            from: {
                date: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                dueAt: string;
            };
            to: {
                date: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                dueAt: string;
            };
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            at: string;
            by: string;
            /** @enum {string} */
            cause: "amendment" | "hand";
            amendmentNo: number | null;
            reason: string | null;
            proof: string | null;
        } | null;
        Contract: {
            /** Format: uuid */
            id: string;
            form: string;
            formVersion: string;
            state: string;
            zone: string;
            effectiveOn: string;
            effectiveTime: string;
            priceCents: number;
            periods: {
                [key: string]: unknown;
            };
            dates: {
                [key: string]: unknown;
            };
            status: string;
            revision: number;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            endedAt: string | null;
            endedReason: string | null;
        };
        Deal: {
            dealNo: number;
            /** Format: uuid */
            id: string;
            stage: string;
            side: string;
            leadNo: number;
            property: string | null;
            /** @description 0 to 100, as the rule set had it */
            score: number | null;
            hot: boolean;
            waitingFor: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            waitingSince: string | null;
            /**
             * Format: date-time
             * @description The next instant it acts by itself
             * @example 2026-11-21T15:00:00.000Z
             */
            dueAt: string | null;
            wishes: {
                [key: string]: unknown;
            };
            openedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            openedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            closedAt: string | null;
            closedReason: string | null;
            workflowId: string;
        };
        Assignment: {
            /** Format: uuid */
            id: string;
            assignmentNo: number;
            /** @description drafted, disclosed, effective or cancelled */
            state: string;
            /** Format: uuid */
            assigneePartyId: string;
            feeCents: number;
            effectiveOn: string;
            /** Format: uuid */
            documentId: string | null;
            overrides: {
                [key: string]: {
                    by: string;
                    reason: string;
                    at: string;
                };
            };
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            draftedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            effectiveAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            cancelledAt: string | null;
            cancelledReason: string | null;
            law: components["schemas"]["WholesaleRequirement"][];
        } | null;
        WholesaleRequirement: {
            id: string;
            jurisdiction: string;
            what: string;
            /** @description met, missing, too-late, too-early, open, undecided, unconfirmed or overridden */
            state: string;
            /** @description The fact that shows it */
            evidence: string | null;
            /** @description Last day of an open period or for a notice, or the first day that is allowed */
            until: string | null;
            why: string;
            nextStep: string | null;
            overridable: boolean;
            source: string;
            mark: string;
            confirmed: boolean;
            effectiveFrom: string;
        };
        FollowUp: components["schemas"]["Enrolment"] & {
            contact: string | null;
            /** @description By whose clock it is planned */
            zone: string;
            place: string;
            /**
             * @description What the zone rests on; `nothing` is the brokerage’s own
             * @enum {string}
             */
            zoneBasis: "address" | "stated" | "prefix" | "disagree" | "nothing";
            /** @description As planned if nothing holds it up, to the first decision; empty once it has ended */
            next: {
                step: string;
                kind: string;
                what: string;
                /**
                 * Format: date-time
                 * @description Null for at once
                 * @example 2026-11-21T15:00:00.000Z
                 */
                at: string | null;
                /**
                 * @description The same where the recipient is
                 * @example Mon 23 Nov 10:00 in Nashville
                 */
                words: string | null;
            }[];
            sends: {
                /** Format: uuid */
                id: string;
                channel: string;
                status: string;
                step: string;
                what: string;
                address: string;
                subject: string | null;
                body: string | null;
                problem: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                claimedAt: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                settledAt: string | null;
            }[];
        };
        Enrolment: {
            /** Format: uuid */
            id: string;
            enrolmentNo: number;
            sequence: string;
            sequenceVersion: number;
            templateVersions: {
                [key: string]: number;
            };
            /** Format: uuid */
            leadId: string;
            /** Format: uuid */
            dealId: string | null;
            /** Format: uuid */
            contactId: string | null;
            workflowId: string;
            status: string;
            stopReason: string | null;
            paused: boolean;
            heldBy: string | null;
            step: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            dueAt: string | null;
            waitingFor: string | null;
            counts: {
                [key: string]: number;
            };
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            openedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            closedAt: string | null;
        };
        FileFact: {
            /** Format: uuid */
            id: string;
            fact: string;
            effectiveOn: string;
            value: number | string | null;
            evidence: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string;
            /** @description It was recorded by mistake: who took it back, why, when */
            takenBack: {
                by: string;
                reason: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                at: string;
            } | null;
        };
        Delivery: {
            /** Format: uuid */
            id: string;
            deliveryNo: number;
            /** @enum {string} */
            kind: "crm-contact" | "crm-ping" | "agent-notice" | "personal-message" | "daily-digest";
            /** Format: uuid */
            dealId: string | null;
            /** Format: uuid */
            contactId: string | null;
            /** Format: uuid */
            personId: string | null;
            /** @enum {string} */
            status: "queued" | "done" | "skipped" | "refused" | "unknown";
            /** @description Why it was skipped or refused, or is unknown */
            reason: string | null;
            waitingFor: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            endedAt: string | null;
            workflowId: string;
        };
        Checklist: {
            dealNo: number;
            /** Format: date */
            on: string;
            /** @description What the law was asked with: the contract’s, stated and listed facts */
            facts: {
                [key: string]: unknown;
            };
            /** @description What people stated */
            stated: {
                [key: string]: unknown;
            };
            /** @description What the stated facts are called */
            labels: {
                [key: string]: string;
            };
            /** @description False where the rules of the state are not kept here: a person must look them up */
            stateCovered: boolean;
            /** @description The state’s compliance has not taken in the last facts of the deal */
            behind: boolean;
            /** @description What keeps the deal from closing */
            missing: string[];
            questions: {
                fact: string;
                question: string;
                documents: string[];
            }[];
            items: components["schemas"]["ChecklistItem"][];
        };
        ChecklistItem: {
            document: string;
            title: string;
            jurisdiction: string;
            /** @enum {string} */
            status: "required" | "not-required" | "suspended" | "undecided";
            why: string;
            /** @description The clause that decided, the values it met, what is missing, source and mark of confidence */
            working?: unknown;
            formVersion: string | null;
            due: unknown[];
            /** Format: date */
            dueOn: string | null;
            consequence: string | null;
            set: string;
            /**
             * @description What of a contract is asked for anew by the next one; what is of the file (property, seller, brokerage) outlives it
             * @enum {string}
             */
            belongsTo: "contract" | "file";
            /** @enum {string} */
            state: "missing" | "in-review" | "rejected" | "complete";
            /** Format: uuid */
            documentId: string | null;
            overridden: {
                by: string;
                reason: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                at: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            changedAt: string;
        };
        Conversation: {
            /** Format: uuid */
            contactId: string;
            name: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            at: string;
            channel: string;
            /** @enum {string} */
            direction: "in" | "out";
            excerpt: string;
            /** @description What their last message was taken for */
            class: string;
            unanswered: boolean;
        };
        ContactView: {
            /** Format: uuid */
            id: string;
            kind: string;
            name: string;
            mailing: string | null;
            statedZone: string | null;
            points: {
                kind: string;
                value: string;
                lineType: string | null;
                source: string;
                doNotCall: boolean;
                /** @description Channel, reason and source while nothing may go there */
                suppressed: string | null;
                wrong: boolean;
                consent: string | null;
                reply: components["schemas"]["ReplyPlan"];
                /** @description They wrote from here last */
                last: boolean;
            }[];
            properties: {
                leadNo: number;
                property: string | null;
                status: string;
                dealNo: number | null;
                stage: string | null;
                side: string | null;
            }[];
            /** @description Whether there is a lead or deal for a message to stand in */
            hasFile: boolean;
            parties: {
                /** Format: uuid */
                partyId: string;
                dealNo: number;
                role: string;
                left: boolean;
            }[];
        };
        /** @description Whether and when a message of yours could go there */
        ReplyPlan: {
            /** @enum {string} */
            kind: "now" | "later" | "held" | "no";
            /**
             * Format: date-time
             * @description When it will go, where quiet hours hold it
             * @example 2026-11-21T15:00:00.000Z
             */
            at: string | null;
            zone: string | null;
            /** @description When, in which zone, by what; or why not */
            words: string;
        };
        ThreadEntry: {
            /** @enum {string} */
            kind: "sent" | "waiting" | "received" | "consent" | "suppression" | "task" | "letter";
            id: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            at: string;
            channel: string | null;
            address: string | null;
            subject: string | null;
            text: string | null;
            status: string | null;
            /** @description Who wrote it, or template and step; what it waits for; evidence of a consent; who suppressed */
            source: string | null;
            dealNo: number | null;
        };
        PersonalMessage: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            channel: "email" | "text";
            status: string;
            goes: components["schemas"]["ReplyPlan"] & (Record<string, never> | null);
        };
        DealStatus: {
            stage: string;
            waitingFor: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            waitingSince: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            dueAt: string | null;
            offerNo: number | null;
            takenIn: number;
        };
        FileKnown: {
            dealNo: number;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            asOf: string;
            zone: string;
            /** @description Null before the deal was opened */
            stage: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            since: string | null;
            contract: {
                form: string;
                effectiveOn: string;
                priceCents: number;
                amendments: number;
                /** @enum {string} */
                status: "in-force" | "terminated" | "closed";
            } | null;
            deadlines: {
                clock: string;
                title: string;
                date: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                dueAt: string | null;
                status: string;
                /** @description More time that people had agreed on by then */
                extended: {
                    from: {
                        date: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-21T15:00:00.000Z
                         */
                        dueAt: string;
                    };
                    to: {
                        date: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-21T15:00:00.000Z
                         */
                        dueAt: string;
                    };
                    /**
                     * Format: date-time
                     * @example 2026-11-21T15:00:00.000Z
                     */
                    at: string;
                } | null;
            }[];
            facts: {
                fact: string;
                effectiveOn: string;
                value: number | string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                recordedAt: string;
            }[];
            /** @description How many took part, by role */
            parties: {
                [key: string]: number;
            };
        };
        Digest: {
            on: boolean;
        };
        Document: {
            /** Format: uuid */
            id: string;
            documentNo: number;
            dealNo: number;
            title: string;
            /** @description Which document of the checklist it is, once a person has said so */
            kind: string | null;
            formVersion: string | null;
            /** @description Of which contract of the deal it is, from 1: another follows where one fell through */
            contractNo: number;
            /** @description It speaks of a contract that fell through, so the checklist of now passes it over; matched again it is of the contract of now */
            ofEarlierContract: boolean;
            /** @enum {string} */
            status: "in-review" | "accepted" | "rejected";
            /** @description The version in force; a signed copy of an older one may have a higher number */
            version: number;
            /** @description What it may be, the likeliest first; a person confirms */
            proposals: {
                id: string;
                document: string;
                onChecklist: boolean;
                score: number;
                reasons: string[];
                formVersion: string | null;
            }[];
            review: {
                /** @enum {string} */
                decision: "accept" | "reject";
                reason: string | null;
                words: string | null;
                note: string | null;
                version: number;
                by: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                at: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            uploadedAt: string;
        };
        Lookup: {
            /** Format: uuid */
            id: string;
            provider: string;
            /** @description claimed, answered, empty, refused, unknown or released */
            status: string;
            sandbox: boolean;
            costCents: number;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            askedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            answeredAt: string | null;
            problem?: unknown;
        };
        Envelope: {
            /** Format: uuid */
            id: string;
            envelopeNo: number;
            dealNo: number;
            /** Format: uuid */
            documentId: string;
            documentVersion: number;
            subject: string;
            /** @enum {string} */
            status: "requested" | "claimed" | "unknown" | "sent" | "delivered" | "completed" | "declined" | "voided" | "expired" | "failed";
            signers: {
                /** Format: uuid */
                partyId: string;
                role: string;
                /** @description As the provider was given it, else as the contact has it */
                name: string;
                routingOrder: number;
                /** @description waiting, sent, delivered (has opened it), completed or declined */
                status: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                at: string | null;
                /** @description What came of giving the provider the contact data of now */
                correction: {
                    /** @enum {string} */
                    outcome: "corrected" | "signed" | "refused";
                    code: string | null;
                    /**
                     * Format: date-time
                     * @example 2026-11-21T15:00:00.000Z
                     */
                    at: string;
                } | null;
            }[];
            progress: {
                signed: number;
                of: number;
            };
            waitingFor: string | null;
            /** @description Why it ended without all signatures */
            reason: string | null;
            /** @description Address of the signed document, once it is here */
            signed: string | null;
            /** @description Where sample signers sign, with the sandbox as provider */
            signingPage: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            requestedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            endedAt: string | null;
            workflowId: string;
        };
        Event: {
            /** Format: uuid */
            eventId: string;
            position: number;
            type: string;
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            recordedAt: string;
            source: string;
            actor: {
                kind: string;
                id: string;
            };
            correlationId: string;
            causationId: string | null;
            subject: {
                kind: string;
                /** Format: uuid */
                id: string;
            };
            payload?: unknown;
        };
        Readiness: {
            /** @enum {string} */
            status: "ready" | "degraded" | "down";
            database: {
                ok: boolean;
                detail: string | null;
            };
            engine: {
                ok: boolean;
                detail: string | null;
            };
            relay: {
                ok: boolean;
                detail: string | null;
                lagMs: number | null;
                parked: number | null;
            };
            processes: {
                name: string;
                secondsAgo: number;
                state?: unknown;
            }[];
        };
        ImportPreview: {
            preset: string;
            /** @description Whether the columns name a property: a parcel number or an address */
            usable: boolean;
            layout: {
                encoding: string;
                delimiter: string;
                compressed: boolean;
                linesBeforeData: number;
                bytes: number;
            };
            columns: {
                header: string;
                /** @description Null: kept as it is */
                field: string | null;
                samples: string[];
            }[];
            /** @enum {string} */
            dateOrder: "mdy" | "dmy";
            nameOrder: string;
            defaults: {
                [key: string]: string;
            };
            /** @description Fields a column can be mapped to; besides, phone.1 … and email.1 … */
            fields: {
                [key: string]: string;
            };
            presets: {
                name: string;
                title: string;
            }[];
        };
        Import: {
            importNo: number;
            /** @enum {string} */
            status: "queued" | "running" | "finished" | "failed";
            list: string;
            source: string;
            /** Format: date */
            date: string;
            costCents: number;
            /** @enum {string} */
            relation: "cold" | "known";
            fileName: string;
            preset: string | null;
            columns: {
                header: string;
                /** @description Null: kept as it is */
                field: string | null;
            }[] | null;
            lines: number;
            /** @description What came of its lines; while it runs, of those read so far */
            report: {
                read: number;
                new: number;
                updated: number;
                unchanged: number;
                merged: number;
                rejected: {
                    total: number;
                    byReason: {
                        [key: string]: number;
                    };
                };
                rowsPerSecond: number;
            } | null;
            progress: {
                bytesDone: number;
                bytesTotal: number | null;
            };
            /** @description How it was read, as an import takes it */
            mapping: {
                /** @enum {string} */
                preset?: "propstream" | "dealmachine" | "batchleads" | "davidson-tn" | "nyc-rolling-sales" | "king-wa" | "florida-nal" | "generic";
                columns?: {
                    [key: string]: string | null;
                };
                defaults?: {
                    county?: string;
                    state?: string;
                    city?: string;
                    zip?: string;
                };
                /** @enum {string} */
                dateOrder?: "mdy" | "dmy";
                /** @enum {string} */
                nameOrder?: "last-comma-first" | "last-first" | "first-last";
            } | null;
            problem?: unknown;
            cost?: {
                leads: number;
                costCents: number;
                costPerLeadCents: number | null;
            };
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            finishedAt: string | null;
            workflowId: string;
        };
        Job: {
            id: string;
            kind: string;
            /** @enum {string} */
            status: "queued" | "running" | "finished" | "failed";
            progress: {
                done: number;
                total: number | null;
                unit: string;
            } | null;
            result?: unknown;
            problem?: unknown;
        };
        Key: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            name: string;
            scopes: string[];
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            createdAt: string;
        };
        Lead: {
            leadNo: number;
            /** @enum {string} */
            status: "new" | "review" | "qualified" | "rejected" | "in-deal" | "closed";
            /** @description cold (from a list) or known */
            relation: string;
            score: number | null;
            hot: boolean;
            /** @description The facts a decision in review waits for */
            missing: string[];
            address: {
                line: string | null;
                unit: string | null;
                city: string | null;
                state: string | null;
                zip: string | null;
            };
            county: string | null;
            parcelNumber: string | null;
            propertyType: string | null;
            valueCents: number | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            decidedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            updatedAt: string;
        };
        LeadDetail: components["schemas"]["Lead"] & {
            facts: {
                [key: string]: unknown;
            };
            /** @description Fields of a list that could not be read, each with its reason */
            unread: {
                [key: string]: unknown;
            };
            owners: {
                /** Format: uuid */
                id: string;
                kind: string;
                name: string;
                points: {
                    kind: string;
                    value: string;
                    lineType: string | null;
                    source: string;
                    sandbox: boolean;
                    doNotCall: boolean;
                }[];
            }[];
            lists: {
                importNo: number;
                listName: string;
                listSource: string;
                listDate: string;
            }[];
            decision: {
                outcome: string;
                ruleVersion: number | null;
                byPerson: {
                    by: string;
                    outcome: string;
                    reason: string;
                } | null;
                score: number | null;
                /** @description How the score adds up */
                motivation?: unknown;
                decidedBy: string[];
                clauses: {
                    id: string;
                    title: string;
                    kind: string;
                    group: string | null;
                    verdict: string;
                    values: {
                        [key: string]: unknown;
                    };
                    missing: string[];
                    sentence: string;
                }[];
                inputs: {
                    [key: string]: unknown;
                };
            } | null;
            /** @description The value after repair with its comparable sales, or why there is none */
            arv?: unknown;
            deals: {
                dealNo: number;
                side: string;
                stage: string;
            }[];
            lookups: {
                /** Format: uuid */
                id: string;
                provider: string;
                status: string;
                sandbox: boolean;
                costCents: number;
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                askedAt: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                answeredAt: string | null;
            }[];
        };
        ListingAgreement: {
            /** Format: uuid */
            id: string;
            agreementNo: number;
            fromOn: string;
            toOn: string;
            zone: string;
            /**
             * Format: date-time
             * @description The last minute of the last day where the property is
             * @example 2026-11-21T15:00:00.000Z
             */
            endsAt: string;
            commissionBps: number | null;
            commissionCents: number | null;
            listPriceCents: number | null;
            exclusivity: string;
            evidence: {
                [key: string]: unknown;
            };
            /** @description in-force, expired or ended */
            status: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            endedAt: string | null;
            endedReason: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            nextLookAt: string | null;
            workflowId: string;
        };
        Showing: {
            /** Format: uuid */
            id: string;
            showingNo: number;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            at: string;
            /**
             * @description The same where the property is
             * @example Tue 1 Dec 14:00
             */
            local: string;
            zone: string;
            visitor: string;
            /** @description scheduled, done or cancelled */
            status: string;
            feedback: string | null;
            reason: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            changedAt: string;
        };
        NeedsMe: {
            /**
             * @description Why it asks for somebody now
             * @enum {string}
             */
            bucket: "overdue" | "automation" | "approval" | "review" | "reply" | "today";
            /** Format: uuid */
            taskId: string | null;
            /**
             * Format: uuid
             * @description An event that could not be taken in; see /v1/parked
             */
            parkedId: string | null;
            kind: string;
            title: string;
            reason: string;
            dealNo: number | null;
            leadNo: number | null;
            /**
             * Format: uuid
             * @description Of the message, document or send it is acted on at
             */
            aboutId: string | null;
            /**
             * Format: uuid
             * @description Whose conversation asks for an answer
             */
            contactId: string | null;
            property: string | null;
            role: string;
            owner: string | null;
            /** Format: uuid */
            ownerId: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            dueAt: string;
        };
        Offer: {
            /** Format: uuid */
            id: string;
            offerNo: number;
            dealNo: number | null;
            /** @enum {string} */
            status: "requested" | "drafted" | "approved" | "sent" | "accepted" | "declined" | "expired" | "superseded" | "withdrawn" | "blocked";
            /** @enum {string} */
            terms: "cash" | "seller-finance" | "subject-to";
            amountCents: number;
            /** @description What the letter states: price, earnest money, note, balloon, … */
            figures: {
                [key: string]: number;
            };
            formula: string;
            arvBasis: string | null;
            working: {
                label: string;
                formula: string;
                inputs: {
                    [key: string]: unknown;
                };
                outputs: {
                    [key: string]: unknown;
                };
            }[];
            notes: string[];
            template: {
                slug: string;
                version: number;
            };
            problem?: unknown;
            /** Format: uuid */
            supersededBy: string | null;
            /** @description Address of the letter, once it is written */
            pdf: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            requestedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            draftedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            approvedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            sentAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            closedAt: string | null;
        };
        /** @description Wishes for this offer only; what is left out comes from the deal. An empty object asks for the standard offer. */
        OfferRequest: {
            /** @enum {string|null} */
            terms?: "cash" | "seller-finance" | "subject-to" | null;
            priceCents?: number | null;
            closeInDays?: number | null;
            downPaymentCents?: number | null;
            monthlyCents?: number | null;
            template?: string;
        };
        OfferReceived: {
            /** Format: uuid */
            id: string;
            offerNo: number;
            buyer: string;
            /**
             * Format: uuid
             * @description The buyer as a party of the deal, once accepted
             */
            partyId: string | null;
            priceCents: number;
            earnestMoneyCents: number | null;
            financing: string;
            closingOn: string | null;
            contingencies: string[];
            zone: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            expiresAt: string | null;
            /** Format: uuid */
            documentId: string | null;
            /** @description received, countered, accepted, backup, declined, withdrawn, expired or fell-through */
            status: string;
            backupPosition: number | null;
            rounds: {
                round: number;
                by: string;
                terms: {
                    priceCents: number;
                    earnestMoneyCents: number | null;
                    financing: string;
                    closingOn: string | null;
                    contingencies: string[];
                };
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                expiresAt: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                at: string;
            }[];
            reason: string | null;
            waitingFor: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            nextLookAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            receivedAt: string;
            recordedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            changedAt: string;
            workflowId: string;
        };
        OfferTemplate: {
            slug: string;
            version: number;
            definition?: unknown;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            publishedAt: string;
            publishedBy: string;
        };
        ParkedEvent: {
            /** Format: uuid */
            id: string;
            consumer: string;
            event: {
                /** Format: uuid */
                id: string;
                type: string;
                position: number;
                subject: {
                    kind: string;
                    /** Format: uuid */
                    id: string;
                };
            };
            cause: string;
            nextStep: string;
            attempts: number;
            status: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            parkedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            settledAt: string | null;
            settledBy: string | null;
            settledReason: string | null;
            runbook: string;
        };
        Party: {
            /** Format: uuid */
            id: string;
            dealNo: number;
            role: string;
            name: string;
            /** Format: uuid */
            contactId: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            addedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            leftAt: string | null;
        };
        Contact: {
            /** Format: uuid */
            id: string;
            name: string;
            emails: string[];
            phones: string[];
            statedZone: string | null;
        };
        PartyMessage: {
            /** Format: uuid */
            id: string;
            messageNo: number;
            dealNo: number;
            /** Format: uuid */
            partyId: string;
            role: string;
            template: string;
            /** @description What the template is for */
            why: string;
            trusted: boolean;
            subject: string;
            body: string;
            about: {
                [key: string]: string;
            };
            /** @enum {string} */
            status: "draft" | "released" | "sent" | "skipped" | "unknown" | "refused";
            reason: string | null;
            waitingFor: string | null;
            /** @description The address it went to, or goes to as things stand; null when there is none that may be used */
            recipient: string | null;
            /** @description Why there is no address */
            recipientProblem: string | null;
            /** @description How the e-mail stands in the send ledger */
            send: string | null;
            /**
             * Format: uuid
             * @description Its line there; settle an unknown outcome by it
             */
            sendId: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            decidedAt: string | null;
            decidedBy: string | null;
            /** @description Of the run that sends it, from its release on */
            workflowId: string;
        };
        Person: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            role: string;
            /** Format: uuid */
            standInId: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            disabledAt: string | null;
            disabledReason: string | null;
        };
        InvitedPerson: components["schemas"]["Person"] & {
            signInLink: components["schemas"]["SignInLink"];
        };
        /** @description Shown this once; null for a narrowed key */
        SignInLink: {
            /** Format: uuid */
            personId: string;
            url: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            expiresAt: string;
        } | null;
        RuleSet: {
            version: number;
            name: string;
            /** @description draft or published; the newest published one decides */
            status: string;
            definition?: unknown;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            publishedAt: string | null;
        };
        Send: {
            /** Format: uuid */
            id: string;
            key: string;
            channel: string;
            status: string;
            step: string;
            /**
             * Format: uuid
             * @description Null for what is about no lead: the digest of the day
             */
            leadId: string | null;
            /** Format: uuid */
            dealId: string | null;
            /** Format: uuid */
            enrolmentId: string | null;
            template: string;
            templateVersion: number;
            address: string;
            subject: string | null;
            body: string | null;
            providerId: string | null;
            problem?: unknown;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            claimedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            settledAt: string | null;
        };
        Sequence: {
            slug: string;
            version: number;
            name: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            publishedAt: string;
            definition?: unknown;
            publishedBy: string;
        };
        Me: {
            person: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
                /** @enum {string} */
                role: "broker" | "coordinator" | "marketer" | "agent" | "engineer" | "auditor";
            };
            brokerage: {
                slug: string;
                name: string;
                zone: string;
            };
            /** @description Every scope this caller has: what the role allows, within those of a key */
            may: ("sourcing:read" | "sourcing:write" | "offers:read" | "offers:write" | "closing:read" | "closing:write" | "outreach:read" | "outreach:write" | "events:read" | "events:write" | "tasks:read" | "tasks:write" | "settings:read" | "settings:write" | "people:read" | "people:write" | "keys:read" | "keys:write" | "system:read" | "system:write")[];
            /** @description The instance carries its own engine, so its clock can be moved */
            embedded: boolean;
            /** @description Messages and signatures go to the sandbox */
            sandbox: boolean;
            temporalUiUrl: string | null;
            namespace: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            businessNow: string;
            /** @description Null for a key. `needsCurrentPassword`: choosing a new password takes the present one */
            session: {
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                expiresAt: string;
                hasPassword: boolean;
                needsCurrentPassword: boolean;
            } | null;
        };
        LeadJob: {
            jobNo: number;
            /** @enum {string} */
            kind: "enrichment" | "rules-test" | "rescoring";
            /** @enum {string} */
            status: "queued" | "running" | "finished" | "failed";
            done: number;
            total: number;
            /** @description What it is at, since when, and what comes next; null once it has ended */
            explanation: string | null;
            problem?: unknown;
            /** @description What came of it, once it has finished */
            result?: unknown;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            finishedAt: string | null;
            workflowId: string;
        };
        Sessions: {
            items: components["schemas"]["Session"][];
        };
        Session: {
            id: string;
            /** @description The one that asks */
            current: boolean;
            /**
             * @description Browser and system as the browser names them; no network address is kept
             * @example Chrome on Windows
             */
            device: string | null;
            /** @description Begun with a one-time link */
            byLink: boolean;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description To five minutes
             * @example 2026-11-21T15:00:00.000Z
             */
            lastSeenAt: string;
            /**
             * Format: date-time
             * @description Unless it is used before; at the latest 30 days after its start
             * @example 2026-11-21T15:00:00.000Z
             */
            expiresAt: string;
        };
        EndedSessions: {
            ended: number;
        };
        SettingsHistoryEntry: {
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            at: string;
            /** @description `name` is that of a process of ours where no person did it */
            by: {
                /** Format: uuid */
                personId: string | null;
                name: string;
                /** @description The key they used; null for a session */
                key: string | null;
            };
            reason: string | null;
            changes: {
                setting: string;
                prior?: unknown;
                next?: unknown;
            }[];
        };
        Settings: {
            /** @description Deals the rule opens in a day; the rest wait in order */
            dealsPerDay: number;
            /** @description Offers wait for an approval before they are sent */
            offerApproval: boolean;
            /** @description Days an offer stands */
            offerDays: number;
            /** @description Days that signers have; then an envelope is ended */
            signatureDays: number;
            /** @description The deal's agent gets an e-mail when a document is signed by all */
            signatureNotices: boolean;
            /** @description Slug of the sequence a deal is followed up with */
            followUpSequence: string;
            /** @description Messages to parties that go out without a person's release */
            trustedTemplates: ("deadline-reminder" | "deadline-moved" | "document-accepted" | "document-rejected")[];
            /** @description When people hear of a deadline; deadlines that are watched now take it over at once */
            deadlineWatch: {
                /** @description Hours before it at which a deadline counts as approaching */
                leadHours: number;
                /** @description Hours before it at which the one who acts is reminded */
                reminderHours: number[];
                /** @description Hours after it began to approach at which, without evidence, the deal is flagged */
                flagAfterHours: number;
                /** @description Who is told once it is flagged, each so many hours after the flag */
                ladder: {
                    /** @enum {string} */
                    role: "broker" | "coordinator" | "marketer" | "agent" | "engineer" | "auditor";
                    afterHours: number;
                }[];
            };
            /** @description The offer formula as data */
            offerFormula: {
                [key: string]: unknown;
            };
            /** @description Where changes of contacts are pushed to; see /v1/settings/crm */
            crmUrl: string | null;
            sending: {
                stopped: boolean;
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                since: string | null;
                by: string | null;
            };
        };
        System: {
            engine: {
                ok: boolean;
                version: string | null;
                namespace: string;
                /** @description Put a workflow id, percent-encoded, in place of {workflowId}; null without a Web UI */
                runUrl: string | null;
            };
            queues: {
                name: string;
                /** @enum {string} */
                kind: "workflow" | "activity";
                pollers: number | null;
                backlog: number | null;
                oldestSeconds: number | null;
            }[];
            processes: {
                name: string;
                secondsAgo: number;
                silent: boolean;
                state?: unknown;
            }[];
            relay: {
                /** @description How long the oldest event waits for its number */
                lagMs: number;
                parkedOfAll: number;
                /** @description As the relay last said */
                consumers: {
                    name: string;
                    waiting: number;
                    oldestMs: number;
                }[];
            };
            breakers: ({
                process: string;
                state: string;
            } & {
                [key: string]: unknown;
            })[];
            unsettled: {
                sends: number;
                envelopes: number;
                lookups: number;
                parked: number;
            };
            stuck: {
                workflowId: string;
                kind: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T15:00:00.000Z
                 */
                dueAt: string;
                lateSeconds: number;
                waitingFor: string | null;
                reason: string;
                runbook: string;
            }[];
            files: {
                freeBytes: number;
                totalBytes: number;
            } | null;
        };
        Task: {
            /** Format: uuid */
            id: string;
            kind: string;
            title: string;
            reason: string;
            role: string;
            /** Format: uuid */
            ownerId: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            dueAt: string;
            status: string;
            outcome: string | null;
            subject: {
                kind: string;
                /** Format: uuid */
                id: string;
            };
            /** Format: uuid */
            dealId: string | null;
            /** Format: uuid */
            leadId: string | null;
            /**
             * Format: uuid
             * @description Of the message, document or send it is acted on at
             */
            aboutId: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            snoozedUntil: string | null;
            /** @description Why it was put off or handed over */
            note: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            doneAt: string | null;
            doneBy: string | null;
        };
        MessageTemplate: {
            slug: string;
            version: number;
            channel: string;
            subject: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            publishedAt: string;
            source: string;
            publishedBy: string;
        };
        UnmatchedMessage: {
            /** Format: uuid */
            messageId: string;
            /**
             * Format: uuid
             * @description Done sets the message aside
             */
            taskId: string;
            channel: string;
            address: string;
            body: string;
            /** @description What it was taken for */
            class: string;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            receivedAt: string;
            /** @description From this address, with this one */
            messages: number;
        };
        FoundContact: {
            /** Format: uuid */
            id: string;
            name: string;
            emails: string[];
            phones: string[];
            /** @description Open deals they take part in or whose property is theirs */
            deals: number[];
        };
        SavedView: {
            /** Format: uuid */
            id: string;
            name: string;
            screen: string;
            filters: {
                [key: string]: unknown;
            };
            shared: boolean;
            mine: boolean;
            owner: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T15:00:00.000Z
             */
            changedAt: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
