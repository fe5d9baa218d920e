package org.enlace.deploy.network;

/// Requests as a national case system would write them.
public final class Bodies {
    private static final String PROTECTION = """
            {"code":"H1","tlp":"AMBER+STRICT","pap":"AMBER","caveats":["VICTIM_PROTECTION_ONLY"]}""";

    private Bodies() {}

    /// @param urgency code
    /// @param child code of list `child-involved`
    /// @param text stands in the subject and in the words
    /// @param phone a suspect's
    public static String alert(String recipient, String urgency, String child, String text, String phone) {
        return """
                {"type":"CASE_ALERT","recipients":["%s"],"urgency":"%s","childInvolved":"%s",
                 "urgencyReason":"%4$s","language":"spa","subject":"%4$s",
                 "handling":{"code":"H1","tlp":"AMBER+STRICT","pap":"AMBER","evaluation":"B2","caveats":[]},
                 "countryRoles":[{"country":"GT","part":"ORIGIN"},{"country":"HN","part":"DESTINATION"}],
                 "content":{"alert":{"alertKind":"SUSPECTED_MOVEMENT","what":"%4$s",
                   "acts":["TRANSPORTATION"],"means":["DECEPTION"],"purposes":["OTHER_SEXUAL"],
                   "whereNow":{"country":"GT","subdivision":"GT-13","precision":"ADMIN1"},
                   "persons":[{"count":"2-5"}],"vehicles":[],"askedAction":"OBSERVE_ONLY"},
                  "police":{"phones":["%5$s"]},
                  "identity":{"persons":[{"familyName":"%4$s","givenNames":"%4$s"}]}}}
                """.formatted(recipient, urgency, child, text, phone);
    }

    /// @param name stands in family name, given names, address and note
    public static String assistance(String recipient, String urgency, String name) {
        String risk = """
                {"level":"MEDIUM","on":"2026-11-20","assessorRole":"CASE_WORKER","bothSides":false}""";
        return """
                {"type":"VICTIM_ASSISTANCE_REQUEST","recipients":["%1$s"],"urgency":"%2$s",
                 "urgencyReason":"Safe place needed tonight","language":"spa","subject":"Safe place and interpreter",
                 "legalBasis":["PALERMO_PROTOCOL","VIENNA_CONSULAR"],"purpose":["VICTIM_PROTECTION"],
                 "addressedRole":"CONSULAR","countryRoles":[{"country":"%1$s","part":"ORIGIN"}],
                 "content":{
                  "alert":{"host":"GT","situation":"SHELTER",
                   "needs":[{"service":"INTERPRETATION","urgency":"NORMAL"}],
                   "language":{"languages":[{"code":"tzh","spokenOnly":true}],"interpreterNeeded":"YES"}},
                  "protection":{
                   "person":{"personRef":"p-4f2a91","ageBand":"21-23","majority":"ADULT","citizenship":["%1$s"],
                    "traffickingStatus":"PossibleVictimOfTrafficking","decidedBy":"NGO","healthUrgent":"NO"},
                   "consent":{"ref":"c-81d3","whoConsented":"INDIVIDUAL","date":"2026-11-20","language":"tzh",
                    "interpreter":true,
                    "answers":{"ASSISTANCE":"YES","SHARE_CONSULATE":"YES","SHARE_AUTHORITY":"YES"},
                    "told":{"assentedToInterview":true,"purpose":true,"useOfData":true,"researchUse":false,
                     "rightToOwnData":true,"storageTime":true,"withdrawal":true}},
                   "risk":{"immediateDanger":%4$s,"fromWhom":["TRAFFICKER"],"retaliationRisk":%4$s,
                    "testimonyRisk":%4$s,"returnRisk":%4$s,"unsafeHours":"%3$s"},
                   "contactWithConsulateWanted":"YES","note":"%3$s"},
                  "identity":{"identity":{"familyName":"%3$s","givenNames":"%3$s"},"address":"%3$s"}}}
                """.formatted(recipient, urgency, name, risk);
    }

    /// Of an adult, with what each kind needs.
    ///
    /// @param kind code of list `referral-kind`
    public static String referral(String recipient, String kind) {
        String risk = """
                {"level":"MEDIUM","on":"2026-11-20","assessorRole":"CASE_WORKER","bothSides":false}""";
        String returning = """
                "receptionBy":"Casa Ejemplo","voluntaryReturn":{
                 "statement":{"date":"2026-11-20","language":"tzh","interpreter":"YES"},
                 "protectionClaimPending":"NO","hasDependants":"NO"},""";
        return """
                {"type":"VICTIM_REFERRAL","recipients":["%1$s"],"urgency":"NORMAL","subject":"Care goes on",
                 "purpose":["VICTIM_PROTECTION"],"addressedRole":"PROTECTION",
                 "countryRoles":[{"country":"%1$s","part":"ORIGIN"}],
                 "content":{
                  "alert":{"referralKind":"%2$s","host":"GT","situation":"SHELTER",
                   "servicesRequested":[{"service":"SAFEHOUSE","urgency":"NORMAL"}],
                   "language":{"languages":[{"code":"tzh","spokenOnly":true}],"interpreterNeeded":"YES"}},
                  "protection":{
                   "person":{"personRef":"p-4f2a91","ageBand":"21-23","majority":"ADULT","citizenship":["%1$s"],
                    "traffickingStatus":"PossibleVictimOfTrafficking","decidedBy":"NGO","healthUrgent":"NO"},
                   "consent":{"ref":"c-81d3","whoConsented":"INDIVIDUAL","date":"2026-11-20","language":"tzh",
                    "interpreter":true,
                    "answers":{"ASSISTANCE":"YES","SHARE_CONSULATE":"YES","FAMILY_CONTACT":"YES","COURT_USE":"YES"},
                    "told":{"assentedToInterview":true,"purpose":true,"useOfData":true,"researchUse":false,
                     "rightToOwnData":true,"storageTime":true,"withdrawal":true}},
                   "risk":{"immediateDanger":%3$s,"fromWhom":["TRAFFICKER"],"retaliationRisk":%3$s,
                    "testimonyRisk":%3$s,"returnRisk":%3$s},
                   %4$s
                   "legalProceedings":"INVESTIGATION","contactWithConsulateWanted":"YES"},
                  "identity":{"identity":{"familyName":"Ejemplo","givenNames":"Persona"}}}}
                """.formatted(recipient, kind, risk, kind.equals("VOLUNTARY_RETURN") ? returning : "");
    }

    /// Whether she is a national there.
    ///
    /// @param person by the random name that she has in the case
    public static String verification(String recipient, String person) {
        String risk = """
                {"level":"LOW","on":"2026-11-20","assessorRole":"CASE_WORKER","bothSides":false}""";
        return """
                {"type":"IDENTITY_VERIFICATION","recipients":["%1$s"],"urgency":"NORMAL","subject":"Nationality",
                 "purpose":["IDENTITY_CHECK"],"addressedRole":"CONSULAR",
                 "content":{
                  "alert":{"questions":["NATIONALITY"],"neededFor":"No document","host":"MX","situation":"SHELTER",
                   "language":{"languages":[{"code":"tzh","spokenOnly":true}],"interpreterNeeded":"YES"}},
                  "protection":{
                   "person":{"personRef":"%2$s","ageBand":"21-23","majority":"ADULT",
                    "traffickingStatus":"PossibleVictimOfTrafficking","decidedBy":"NGO","healthUrgent":"NO"},
                   "consent":{"ref":"c-14be","whoConsented":"INDIVIDUAL","date":"2026-11-20","language":"tzh",
                    "interpreter":true,"answers":{"ASSISTANCE":"YES","SHARE_CONSULATE":"YES"},
                    "told":{"assentedToInterview":true,"purpose":true,"useOfData":true,"researchUse":false,
                     "rightToOwnData":true,"storageTime":true,"withdrawal":true}},
                   "risk":{"immediateDanger":%3$s,"fromWhom":["TRAFFICKER"],"retaliationRisk":%3$s,
                    "testimonyRisk":%3$s,"returnRisk":%3$s},
                   "protectionClaimPending":"NO","contactWithConsulateWanted":"YES"},
                  "identity":{"identity":{"familyName":"Ejemplo","givenNames":"Persona"}}}}
                """.formatted(recipient, person, risk);
    }

    /// Asks whether all of a message may go to another holder.
    public static String mayPassOn(String message, String provider, String holder) {
        return """
                {"type":"USE_PERMISSION_REQUEST","inReplyTo":"%s","recipients":["%s"],"urgency":"NORMAL",
                 "subject":"Another holder","handling":%s,
                 "content":{"request":{"use":"PASS_ON","holder":"%s","items":[{"part":"WHOLE"}],
                  "neededFor":"It belongs there"}}}
                """.formatted(message, provider, PROTECTION, holder);
    }

    /// Lets the one thing that was asked for happen.
    public static String granted(String request, String asker) {
        return """
                {"type":"USE_PERMISSION_DECISION","inReplyTo":"%s","recipients":["%s"],"urgency":"NORMAL",
                 "subject":"Another holder","handling":%s,
                 "content":{"decision":{"verdicts":[{"item":1,"decision":"GRANTED"}],"until":"2027-05-21"}}}
                """.formatted(request, asker, PROTECTION);
    }

    public static String route(String... recipients) {
        return """
                {"type":"ROUTE_REPORT","recipients":["%s"],"urgency":"ROUTINE","subject":"River crossing at night",
                 "handling":{"code":"H0","tlp":"AMBER","pap":"AMBER","evaluation":"B3"},"purpose":["PREVENTION"],
                 "content":{"legs":[{"from":{"place":{"country":"HN","precision":"COUNTRY"},"eventType":"Recruitment"},
                   "to":{"place":{"country":"GT","precision":"COUNTRY"},"eventType":"Transit"},"mode":"BOAT"}],
                  "period":{"from":"2026-08"},"volumeBand":"6-20","direction":"ONE_WAY","active":true,
                  "confidence":"MEDIUM","basedOn":{"victims":9,"cases":4}}}
                """.formatted(String.join("\",\"", recipients));
    }

    /// What was met with, from one town to another; no exercise, so that it stands on the map of routes.
    ///
    /// @param cases on which it rests
    public static String met(int cases, String... recipients) {
        return """
                {"type":"ROUTE_REPORT","mode":"ACTUAL","recipients":["%s"],"urgency":"ROUTINE","subject":"By bus at night",
                 "handling":{"code":"H0","tlp":"AMBER","pap":"AMBER","evaluation":"B2"},"purpose":["PREVENTION"],
                 "content":{"legs":[{"from":{"place":{"country":"HN","subdivision":"HN-CR","locode":"HNSAP",
                     "point":{"type":"Point","coordinates":[-88.0,15.5]},"precision":"CITY"},"eventType":"Recruitment"},
                   "to":{"place":{"country":"GT","subdivision":"GT-IZ","locode":"GTPBR",
                     "point":{"type":"Point","coordinates":[-88.6,15.7]},"precision":"CITY"},"eventType":"Transit"},
                   "mode":"BUS"}],
                  "period":{"from":"2026-05"},"volumeBand":"6-20","direction":"ONE_WAY","active":true,
                  "confidence":"MEDIUM","basedOn":{"victims":9,"cases":%d}}}
                """.formatted(String.join("\",\"", recipients), cases);
    }

    /// What a holder of such a report tells its owner and another one.
    public static String notSeen(String report, String owner, String other) {
        return """
                {"type":"CORROBORATION","inReplyTo":"%1$s","recipients":["%2$s","%3$s"],"urgency":"ROUTINE",
                 "subject":"River crossing at night",
                 "handling":{"code":"H0","tlp":"AMBER","pap":"AMBER","evaluation":"B2"},
                 "content":{"sighting":{"owner":"%2$s","finding":"NOT_SEEN",
                  "period":{"from":"2026-06"}}}}
                """.formatted(report, owner, other);
    }

    /// A sharing group for a day.
    public static String group(String day, String... members) {
        return """
                {"name":"Bridge","purpose":"JOINT_INVESTIGATION","starts":"%1$s","ends":"%1$s","members":["%2$s"],
                 "ground":"TAKES_PART"}
                """.formatted(day, String.join("\",\"", members));
    }
}
